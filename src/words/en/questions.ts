/** Asking, answering, and what was right. */
export const questions = {
  label: 'Question',
  answer: 'Answer',
  watch: 'Keep watching: {{seconds, number}} s',
  goOn: 'Go on',
  skip: 'Skip this question',
  told: 'You have been shown this, so your answer is not scored.',
  less: '{{step, number}} less',
  more: '{{step, number}} more',
  range: 'Give a number from {{min, number}} to {{max, number}}.',
  rangeWhole: 'Give a whole number from {{min, number}} to {{max, number}}.',
  reply: {
    /** A number with its unit; a count is in lines. */
    number: '{{value, number(maximumFractionDigits: 1)}}',
    unit: '{{value, number(maximumFractionDigits: 1)}} {{measure}}',
    aLines_one: '{{count, number(maximumFractionDigits: 1)}} A-line',
    aLines_other: '{{count, number(maximumFractionDigits: 1)}} A-lines',
    bLines_one: '{{count, number(maximumFractionDigits: 1)}} B-line',
    bLines_other: '{{count, number(maximumFractionDigits: 1)}} B-lines',
    /** Of a choice, in a sentence. */
    choice: '"{{label}}"',
    untold: 'This image does not tell what is right, so it is not scored.',
    unread: 'You read no zone of this chest, so there is nothing to go by, and this counts 0.',
    skipped: 'Skipped. The key says: {{expected}}.',
    right: 'Right: {{reply}}.',
    rightNear: 'Right: you said {{reply}}, the key says {{expected}}.',
    nearly: 'Half credit: you said {{reply}}, the key says {{expected}}.',
    /** What was said of the line is right; the line is not where it was to be put. */
    beside:
      'Half credit: you read your line rightly ({{reply}}), but it is not on the place that was asked for.',
    hints: 'Of the score, {{cost, number}} of 100 are taken off for hints.',
    wrong: 'Not right: you said {{reply}}, the key says {{expected}}.',
    rightTold: 'Right: {{reply}}. You had been shown it before, so this is not scored.',
    wrongTold:
      'Not right: you said {{reply}}, the key says {{expected}}. You had been shown it before, so this is not scored.',
  },
  experts: 'Experts can differ on this image: {{least, number}} to {{most}} are right as well.',
  blas: {
    howTo:
      'To estimate: go along all of the pleural line that you see, also beyond the ribs. Which share of its length has a B-line or a confluence below it?',
    none: 'No B-line begins in this image, so nothing of the space is filled.',
    drawn:
      'Drawn on the image: the dashed outline is the space that was counted, below the pleural line and as deep as the B-lines go. What is coloured in it fills {{share}} of it, as the mean along the scan lines.',
  },
} as const;
