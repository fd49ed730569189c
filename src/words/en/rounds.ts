/** Rounds and drills: short items, one image each. */
export const rounds = {
  image: '{{item, number}} of {{items, number}}',
  today: {
    title: 'Round',
    summary: 'A few images, chosen by what you can do and what you may have forgotten.',
  },
  drill: {
    'b-line-rush': {
      title: 'B-line rush',
      text: 'Ten images: B-line, confluence, or only something like it?',
    },
    'count-them': { title: 'Count them', text: 'Ten images: how many B-lines, how many A-lines?' },
    'which-effusion': { title: 'Fluid or solid?', text: 'Ten images: effusion, consolidation, or neither?' },
    'sliding-or-not': { title: 'Sliding or not?', text: 'Ten pleural lines: does the lung glide?' },
  },
  /** Why an item was chosen. */
  why: {
    reviewDue: 'Due again: about {{percent, number}} % likely that you still know it.',
    newSkill: 'New to you.',
    wasWrong: 'Last time this was not right.',
    wasSlow: 'Last time this was right, in {{seconds, number}} s.',
    inLearning: 'You are still learning this.',
    keptUp: 'Nothing is due: of all you know, this is what you are most likely to have forgotten.',
    /** Says nothing of what the image shows. */
    hardNormal: 'To keep in practice.',
  },
  find: {
    rib: 'Mark the bright front of each rib.',
    pleural_line: 'Draw along the pleural line, as far as you see it between the ribs.',
    a_line: 'Mark every A-line between the two ribs in the middle. If there is none, hand in no mark.',
    b_line: 'Mark every separate B-line. If there is none, hand in no mark.',
    b_line_confluence: 'Mark where B-lines have merged. If there is no such place, hand in no mark.',
    pleural_effusion: 'Mark the fluid, as far as you see it. If there is none, hand in no mark.',
    consolidation: 'Mark the consolidated lung. If there is none, hand in no mark.',
  },
  delimit: 'Mark it as exactly as you can: this time its border counts.',
  count: {
    ask: 'How many {{many}} do you see?',
    a_line_count: 'A-lines are counted between the two ribs in the middle, without the pleural line itself.',
    b_line_count: 'Separate B-lines are counted that reach the bottom of the image; merged ones are not.',
  },
  tellApart: {
    explain: '{{label}}: {{looks}}',
    ask: 'Is there {{one}} in this image?',
    yes: 'Yes, {{name}}',
    no: 'No, at most something that looks like it',
  },
  pattern: {
    ask: 'What does the lung show?',
    a_lines: 'A-lines',
    b_lines: 'B-lines',
    confluence: 'Merged B-lines',
    effusion: 'Pleural effusion',
    consolidation: 'Consolidation',
    explain: 'The image is frozen: go over it from the pleural line down, and compare.',
  },
  sliding: {
    watch: 'Look at nothing but the pleural line for two breaths. Does it glide?',
    ask: 'Did the lung slide?',
    yes: 'Yes, it slides',
    no: 'No, it stands still',
    explain: 'Sliding is seen at the pleural line alone: a shimmer to and fro with every breath.',
  },
  mMode: {
    ask: 'What does the M-mode show on your line?',
    seashore: 'Seashore',
    barcode: 'Barcode',
    lung_point: 'Both in turn: lung point',
    explain:
      'Read M-mode from the pleural line down: grain below it is lung that moves, straight lines are not.',
  },
  lungPoint: {
    watch: 'Follow the pleural line from end to end for two breaths. Where does it slide?',
    ask: 'Which part of the pleural line slides?',
    all: 'All of it',
    left: 'The left part of the image, not the right one',
    right: 'The right part of the image, not the left one',
    none: 'None of it',
    explain:
      'Where a part slides and a part does not, the lung point lies between them, and it moves with the breath.',
  },
  probe: {
    text: 'Go here: {{zone}}. Freeze a view that shows a rib and the pleural line, within {{count, number}} s.',
    view: 'A rib with its shadow, and the pleural line beside it: every examination begins with this view.',
  },
  proposals: 'Accept what is right, reject or mend what is not, and say whether anything is missing.',
  whole: {
    text: 'A patient short of breath. Look at {{count, number}} BLUE points: one in front on either side, and one more. The pattern, and does the lung slide?',
    ask: 'Which profile does this chest have?',
    a_prime: 'A′-profile: A-lines in front that somewhere do not slide',
    b_prime: 'B′-profile: B-lines in front that somewhere do not slide',
    b: 'B-profile: B-lines in front on both sides',
    ab: 'A/B-profile: B-lines in front on one side',
    c: 'C-profile: consolidation in front',
    nude: 'A-profile, and nothing at the side or back',
    a_plaps: 'A-profile and PLAPS: consolidation or effusion at the side or back',
    explain:
      'The front decides first: consolidation there, then sliding, then A-lines or B-lines on one side or on both.',
    report: 'Compare your points with the true ones.',
  },
  confidence: {
    label: 'How sure are you? Your answer is taken with it.',
    guess: 'A guess',
    unsure: 'Unsure',
    fairly: 'Fairly sure',
    sure: 'Sure',
  },
  exam: {
    title: 'Exam',
    summary: '{{items, number}} items, the same standard for everybody, no hints.',
    link: 'Take the exam, or check a certificate',
  },
} as const;
