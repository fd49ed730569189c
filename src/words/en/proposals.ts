/** The network's findings as proposals, errors among them. */
export const proposals = {
  label: 'Proposals',
  title: 'What the AI proposes',
  list: 'Proposals, by their numbers on the image',
  item: '{{number, number}} {{label}}',
  whole: 'Is a finding missing?',
  submit: 'Hand in my decisions',
  left_one: '{{count, number}} decision to make',
  left_other: '{{count, number}} decisions to make',
  skip: 'Skip this image',
  act: { legend: 'Your decision', accept: 'Accept', reject: 'Reject', mend: 'Mend' },
  missing: {
    legend: 'Is one missing?',
    note: 'A B-line, a confluence, an effusion or a consolidation. Ribs, pleural line and A-lines are not all proposed.',
    no: 'None is missing',
    yes: 'One is missing',
    which: 'Which one?',
  },
  mend: {
    which: 'It is',
    move: 'Move it',
    left: 'Left',
    right: 'Right',
    up: 'Up',
    down: 'Down',
    note: 'Choose what it is, or move it to its place, then say how sure you are. Arrow keys move it, and a press on the image puts it there.',
  },
  sure: {
    legend: 'How sure are you?',
    wait: 'First decide, then say how sure you are.',
    guess: 'A guess',
    low: 'Unsure',
    fair: 'Fairly sure',
    sure: 'Sure',
  },
  /** Beside a proposal that was decided on. */
  state: {
    open: 'open',
    accept: 'accepted',
    reject: 'rejected',
    mend: 'mended',
    none: 'none is missing',
    missing: 'missing: {{label}}',
  },
  said: '{{name}}: {{state}}. {{left}}.',
  told: {
    title: 'What was right and what was not',
    of: 'of 100',
    skipped: 'Skipped: what was right and what was not is shown.',
    caughtNone: 'There was no error among them.',
    caught_one: 'You caught {{caught, number}} of {{count, number}} error.',
    caught_other: 'You caught {{caught, number}} of {{count, number}} errors.',
    alarmsNone: 'You let be all that was right.',
    alarmMissing: 'You called a finding missing that is not.',
    alarms_one: 'You took {{count, number}} right thing for an error.',
    alarms_other: 'You took {{count, number}} right things for errors.',
    spot: {
      right: '{{number, number}}: right',
      wrong: '{{number, number}}: wrong',
      missing: '{{label}}: left out',
    },
    undecided: { right: '{{name}}: right.', wrong: '{{name}}: wrong.' },
    right: {
      accept: '{{name}}: right, and you accepted it.',
      reject: '{{name}}: right, but you rejected it.',
      mended: '{{name}}: right, and still right as you mended it.',
      spoiled: '{{name}}: right, but no longer as you mended it.',
    },
    wrong: {
      accept: '{{name}}: wrong, but you accepted it.',
      reject: '{{name}}: wrong, and you rejected it.',
      mended: '{{name}}: wrong, and right as you mended it.',
      spoiled: '{{name}}: wrong, and you saw that; as you mended it, it is still not right.',
    },
    missing: {
      named: 'Left out: {{label}}. You said that it is missing.',
      unnamed: 'Left out: {{label}}. You did not say so.',
      other: 'Left out: {{label}}. You named another finding as missing: {{said}}.',
      also: 'Left out: {{label}}. You named another finding that is not proposed either: {{said}}.',
      only: 'Left out: {{label}}.',
      falseAlarm: 'You said that one is missing: {{label}}. It is not.',
      true: 'You said that one is missing: {{label}}. So it is; not everything is always proposed.',
      whole:
        'No B-line, confluence, effusion or consolidation was left out, and you said so. Ribs, pleural line and A-lines are not all proposed.',
      room: 'None was left out as an error of its own, and you said so. Also there, and not proposed: {{labels, list(type: conjunction)}}.',
    },
    onImage: 'On the image',
    proposed: 'Proposals',
    truth: 'What is there',
  },
  /** Who made an error. */
  error: { planted: 'Planted error: {{trap}}.', own: 'Error of the network itself: {{trap}}.' },
  /** The trap by its name, and how not to fall into it. */
  trap: {
    shadow_as_effusion: {
      name: 'rib shadow taken for an effusion',
      rule: 'Behind a rib the image is dark because the bone stops the sound; fluid is seen between the ribs.',
    },
    missed_confluence: {
      name: 'confluence left out',
      rule: 'Look through the whole pleural line yourself: what is not proposed is missed most easily.',
    },
    a_line_as_pleura: {
      name: 'A-line taken for the pleural line',
      rule: 'The pleural line is the bright line just below the ribs; its copies lie deeper, at whole multiples of its depth.',
    },
    b_line_doubled: {
      name: 'B-line seen double',
      rule: 'Follow each beam up: where no second one leaves the pleural line, there is none.',
    },
    z_line_as_b_line: {
      name: 'something short taken for a B-line',
      rule: 'A B-line runs to the bottom of the image without fading; what gets lost on its way, as Z-lines and comet tails do, is none.',
    },
    rib_space_drift: {
      name: 'moved by one rib space',
      rule: 'Compare the place, and not the name alone.',
    },
    /** Errors of the network itself that are none of these. */
    confused: { name: 'one thing taken for another' },
    displaced: { name: 'a finding in the wrong place' },
    invented: { name: 'something proposed that is not there' },
    unseen: {
      name: 'a finding missed',
      rule: 'Look through the whole image before you read what is proposed.',
    },
  },
  /** By what it is seen on this image. */
  reason: {
    shadow:
      'The front of a rib lies above it, {{mm, number}} mm deep; {{percent, number}} % of what is proposed lies behind that rib.',
    echo: 'The pleural line lies above it, {{mm, number}} mm deep; what is proposed is its echo, {{multiple, number}} times as deep along the scan line.',
    doubled: {
      left: 'The one that is there starts {{mm, number}} mm further right; none starts where this one was proposed.',
      right:
        'The one that is there starts {{mm, number}} mm further left; none starts where this one was proposed.',
    },
    ends: 'What was proposed is {{mm, number}} mm long and ends {{left, number}} mm above the bottom of the image.',
    otherSpace: {
      left: 'The one that is there lies {{mm, number}} mm further right, in the neighbouring space: {{place}}.',
      right:
        'The one that is there lies {{mm, number}} mm further left, in the neighbouring space: {{place}}.',
    },
    otherClass: 'There is {{actual}} where it was proposed; {{sign}}.',
    displaced: {
      shallow: 'It lies {{mm, number}} mm too shallow: look {{place}}.',
      deep: 'It lies {{mm, number}} mm too deep: look {{place}}.',
      left: 'It lies {{mm, number}} mm too far left: look {{place}}.',
      right: 'It lies {{mm, number}} mm too far right: look {{place}}.',
    },
    elsewhere: 'There is {{no}} here; {{sign}}. The nearest one: {{place}}.',
    nowhere: 'There is {{no}} to be seen on this image; {{sign}}.',
    /** Of what was right and was not accepted. */
    there: 'It is there, {{place}}; {{sign}}.',
    omitted: 'It is there, {{place}}; {{sign}}.',
    omittedWide: 'It is there, {{place}}, and about {{mm, number}} mm wide at the pleural line; {{sign}}.',
    more_one: 'One more finding is left out as well.',
    more_other: '{{count, number}} more findings are left out as well.',
  },
  /** Errors caught against false alarms, over time. */
  chart: {
    title: 'Errors caught',
    label:
      'Errors caught: {{caught, number}} %. Right things taken for errors: {{alarms, number}} %. To reach: {{wanted, number}} % caught.',
    x: 'Right things taken for errors',
    y: 'Errors caught',
    none: 'Nothing to show yet: play a scenario in which the AI is to be caught.',
    counts:
      '{{caught, number}} of {{wrong, number}} errors caught, {{alarms, number}} of {{right, number}} right things taken for errors.',
    score:
      'The score goes by all images together: it is the mean of the share of the errors that you caught and the share of the right things that you let be.',
    attempt:
      '{{at, datetime(dateStyle: medium)}}: {{caught, number}} of {{wrong, number}} errors caught, {{alarms, number}} of {{right, number}} right things taken for errors',
    reached: 'The standard is reached: at most one error in five is accepted.',
    open: 'The standard: at most one error in five is accepted, among ten errors or more.',
  },
} as const;
