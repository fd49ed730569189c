/** Sentences on marks and on the key that they are held against. */
export const grading = {
  /** Where something is, as the ruler beside the image says it; what runs along the scan lines is where it starts. */
  place: {
    at: '{{mm, number}} mm deep, {{side}}',
    along: 'starting {{mm, number}} mm deep, {{side}}',
  },
  side: {
    middle: 'in the middle',
    left: 'left of the middle',
    right: 'right of the middle',
    leftEdge: 'near the left edge',
    rightEdge: 'near the right edge',
  },
  /** Tells a finding from what looks like it: the last part of a sentence. */
  sign: {
    rib: 'a rib is a bright curved front with a shadow behind it',
    pleural_line: 'the pleural line is the bright line just below and between the ribs',
    a_line: 'an A-line repeats the pleural line at a whole multiple of its depth',
    b_line: 'a B-line starts at the pleural line and runs to the bottom of the image without fading',
    b_line_confluence: 'a confluence is B-lines merged with no gap between them',
    pleural_effusion: 'an effusion is fluid between the layers of the pleura, mostly dark',
    consolidation: 'consolidated lung looks like tissue and lies right under the pleural line',
    echo: 'it is an echo of the pleural line, {{multiple, number}} times as deep along the scan line',
    noEcho: 'the depth would fit an A-line, but no echo of the pleural line is to be seen there',
    nearest: '{{sign}}, and the nearest one is {{mm, number}} mm away',
  },
  feedback: {
    missed: 'Missed: {{name}} {{place}}; {{sign}}.',
    /** Below one that says what it looks like. */
    missedToo: 'Missed: {{name}} {{place}}.',
    displaced: {
      shallow: 'Your {{name}} lies {{mm, number}} mm too shallow: look {{place}}.',
      deep: 'Your {{name}} lies {{mm, number}} mm too deep: look {{place}}.',
      left: 'Your {{name}} lies {{mm, number}} mm too far left: look {{place}}.',
      right: 'Your {{name}} lies {{mm, number}} mm too far right: look {{place}}.',
    },
    confused: {
      phantom_truth: 'You marked {{one}} {{place}}, where the simulated chest has {{actual}}; {{sign}}.',
      expert: 'You marked {{one}} {{place}}, where the expert sees {{actual}}; {{sign}}.',
      network: 'You marked {{one}} {{place}}, where the network sees {{actual}}; {{sign}}.',
    },
    extra: {
      phantom_truth: 'You marked {{one}} {{place}}, where the simulated chest has {{none}}; {{sign}}.',
      expert: 'You marked {{one}} {{place}}, where the expert sees {{none}}; {{sign}}.',
      network: 'You marked {{one}} {{place}}, where the network sees {{none}}; {{sign}}.',
    },
    halfCredit:
      'Half credit: {{name}} {{place}}, which you marked as {{markedAs}}; experts often disagree here, and {{sign}}.',
    partlyMissed: {
      somewhere: 'You found {{percent, number}} % {{ofThe}} {{place}}.',
      left: 'You found {{percent, number}} % {{ofThe}} {{place}}: its left part is missing.',
      right: 'You found {{percent, number}} % {{ofThe}} {{place}}: its right part is missing.',
      upper: 'You found {{percent, number}} % {{ofThe}} {{place}}: its upper part is missing.',
      lower: 'You found {{percent, number}} % {{ofThe}} {{place}}: its lower part is missing.',
    },
    tooNarrow: {
      along: 'You found {{the}} {{place}}, but it is broader than your mark.',
      across: 'You found {{the}} {{place}}, but it is thicker than your mark.',
    },
    shifted: {
      shallow: 'Your mark on {{the}} {{place}} lies {{mm, number}} mm too shallow.',
      deep: 'Your mark on {{the}} {{place}} lies {{mm, number}} mm too deep.',
      left: 'Your mark on {{the}} {{place}} lies {{mm, number}} mm too far left.',
      right: 'Your mark on {{the}} {{place}} lies {{mm, number}} mm too far right.',
    },
    spills: {
      somewhere: 'Your {{name}} {{place}} goes too far.',
      left: 'Your {{name}} {{place}} goes too far: its left part is not there.',
      right: 'Your {{name}} {{place}} goes too far: its right part is not there.',
      upper: 'Your {{name}} {{place}} goes too far: its upper part is not there.',
      lower: 'Your {{name}} {{place}} goes too far: its lower part is not there.',
    },
    tooBroad: {
      along: 'Your {{name}} {{place}} is broader than what is there.',
      across: 'Your {{name}} {{place}} is thicker than what is there.',
    },
    covered: 'Your marks cover {{the}} {{place}}, but none of them shows where it lies.',
    /** `count`: lines that were to be found; `extra`: marks that are none of them. */
    count_one: 'Counted within {{mm, number}} mm: {{found, number}} of {{count, number}} {{name}} found.',
    count_other: 'Counted within {{mm, number}} mm: {{found, number}} of {{count, number}} {{many}} found.',
    countOneExtra_one:
      'Counted within {{mm, number}} mm: {{found, number}} of {{count, number}} {{name}} found, and one of your marks is none.',
    countOneExtra_other:
      'Counted within {{mm, number}} mm: {{found, number}} of {{count, number}} {{many}} found, and one of your marks is none.',
    countExtras_one:
      'Counted within {{mm, number}} mm: {{found, number}} of {{count, number}} {{name}} found, and {{extra, number}} of your marks are none.',
    countExtras_other:
      'Counted within {{mm, number}} mm: {{found, number}} of {{count, number}} {{many}} found, and {{extra, number}} of your marks are none.',
    /** Follows any of these. */
    countSpare_one: '{{told}} One more there need not be marked.',
    countSpare_other: '{{told}} {{count, number}} more there need not be marked.',
    /** The same where none has to be marked. */
    countSpareOnly_one: '{{told}} One is there that need not be marked.',
    countSpareOnly_other: '{{told}} {{count, number}} are there that need not be marked.',
    countNone: 'There is {{no}} to be counted here.',
    countNoneExtra_one: 'There is {{no}} to be counted here, and one of your marks is none.',
    countNoneExtra_other: 'There is {{no}} to be counted here, and {{count, number}} of your marks are none.',
    faint: 'Your {{name}} {{place}} is not counted: if something is there, it is too faint to be asked for.',
    unjudged:
      'Your {{name}} {{place}} cannot be judged here: the network, which alone has read this image, is not sure of what is there.',
    unsure:
      'The network is not sure of {{one}} {{place}}: it cannot be judged here, and you are not graded by it.',
    unsureShare:
      'The network is not sure of {{one}} {{place}} ({{percent, number}} %): it cannot be judged here, and you are not graded by it.',
    notScored: '{{label}}: not scored on this image.',
    found: 'Found: {{name}} {{place}}.',
    foundEither:
      'Found: {{name}} {{place}}. You marked it as {{either}}; experts differ here, and either is right.',
    welcome: 'Right as well, though not asked for: {{name}} {{place}}.',
    absence: {
      truth: 'Right: there is {{no}} here, and you marked {{none}}.',
      expert: 'Right: the expert sees {{no}} here, and you marked {{none}}.',
      network: 'The network sees {{no}} here, and you marked {{none}}.',
    },
    notAsked: {
      checked: '{{label}}: nothing had to be marked here.',
      unchecked: '{{label}}: nothing here that the network is sure enough of to ask for.',
    },
  },
  /** The source that a class is graded by, and why. */
  key: {
    expert: '{{label}}: graded by the key that {{by}} drew on {{at, datetime(dateStyle: medium)}}.',
    experts:
      '{{label}}: graded by the keys that {{by}} ({{at, datetime(dateStyle: medium)}}) and {{other}} ({{otherAt, datetime(dateStyle: medium)}}) drew. What both drew has to be marked; what only one drew is right as well.',
    expertCarried:
      '{{label}}: graded by the key that {{by}} drew on {{at, datetime(dateStyle: medium)}}; its marks were carried here from image {{from}} of the clip by the motion of the images.',
    expertCarriedBetween:
      '{{label}}: graded by the key that {{by}} drew on {{at, datetime(dateStyle: medium)}}; its marks were carried here from images {{from}} and {{to}} of the clip by the motion of the images.',
    expertsCarried:
      '{{label}}: graded by the keys that {{by}} ({{at, datetime(dateStyle: medium)}}) and {{other}} ({{otherAt, datetime(dateStyle: medium)}}) drew, carried here from other images of the clip by the motion of the images. What both drew has to be marked; what only one drew is right as well.',
    truth_alone: '{{label}}: graded by what the simulated chest really contains.',
    network_agrees:
      '{{label}}: graded by the network, which agrees with the simulated chest here ({{percent, number}} %).',
    network_disagrees:
      '{{label}}: the network misreads this image (agreement {{percent, number}} %, {{asked, number}} % is asked), so you are graded by what the simulated chest really contains.',
    network_alone: '{{label}}: graded by the network; no expert has checked this image.',
    network_alone_share:
      '{{label}}: graded by the network (confidence {{percent, number}} %); no expert has checked this image.',
    network_unsure:
      '{{label}}: not scored, as the network is unsure on this image (confidence {{percent, number}} %, {{asked, number}} % is asked).',
  },
} as const;
