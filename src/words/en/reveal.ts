/** After grading: what the colours mean, how it was measured, and hints with their price. */
export const reveal = {
  colours: 'Colours and patterns on the image',
  marks: 'Your marks on the image',
  legend: {
    hit: 'Right',
    miss: 'Missed',
    extra: 'Extra: marked, but not there',
    neutral: 'Not counted',
    unsure: 'Cannot be judged here',
  },
  review: {
    result: 'Result',
    key: 'Key',
    marks: 'My marks',
    bare: 'Bare image',
  },
  measured: {
    how: 'How this was measured',
    overlap: 'Overlap ±{{mm, number}} mm',
    dice: 'Dice',
    iou: 'IoU',
    lines: 'Lines found',
    count: '{{found, number}} of {{expected, number}}',
    countExtra: '{{found, number}} of {{expected, number}}, {{extra, number}} extra',
    share: '{{share, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}}',
    strict:
      'Strict Dice is only {{dice, number(minimumFractionDigits: 2; maximumFractionDigits: 2)}}: it takes a millimetre beside a thin line for a miss, so you are scored within {{mm, number}} mm instead.',
    key: {
      phantom_truth: 'Key: phantom truth.',
      expert: 'Key: expert.',
      network: 'Key: network.',
      adapted: 'Key: the adapted network "{{name}}".',
    },
  },
  hints: {
    label: 'Hints',
    none: 'All hints are on the table.',
    /** The content of the next hint: of the image, or of the chest. */
    image: {
      word: 'Hint: a word',
      region: 'Hint: a region',
      outline: 'Hint: an outline',
      answer: 'Hint: the answer',
    },
    chest: {
      word: 'Hint: a word',
      region: 'Hint: the zone',
      outline: 'Hint: an outline',
      answer: 'Hint: put the probe there',
    },
    free: 'at no further cost',
    cost_one: '−{{count, number}} point',
    cost_other: '−{{count, number}} points',
    most: 'Hints of one step never cost more than {{most, number}} points together.',
    /** The way in which the rest of the score is still earned. */
    left: {
      answered:
        'Answered rightly, this still earns up to {{left, number}} of 100. Hints of one step never cost more than {{most, number}} points together.',
      drawn:
        'Drawn well, this still earns up to {{left, number}} of 100. Hints of one step never cost more than {{most, number}} points together.',
      drawnOver:
        'Drawn over well, this still earns up to {{left, number}} of 100. Hints of one step never cost more than {{most, number}} points together.',
      frozen:
        'Frozen at the right place, this still earns up to {{left, number}} of 100. Hints of one step never cost more than {{most, number}} points together.',
    },
  },
} as const;
