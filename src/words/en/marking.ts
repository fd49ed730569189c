/** Choosing what to mark and by which tool, and why a press did nothing. */
export const marking = {
  classes: 'Class to mark',
  tools: 'Tool',
  toolKey: '{{tool}} ({{key}})',
  tool: {
    brush: 'Brush',
    eraser: 'Eraser',
    line: 'Line',
    beam: 'B-line',
    region: 'Region',
  },
  /** The look of a finding, in a sentence a beginner can search the image by. */
  looks: {
    rib: 'A bright curved cap with a dark shadow below it.',
    pleural_line: 'The bright line between and just below the ribs; it shimmers as the lung slides.',
    a_line: 'A fainter copy of the pleural line, at twice its depth, three times, ...',
    b_line:
      'A bright streak from the pleural line to the bottom that wipes out A-lines and moves with the lung.',
    b_line_confluence: 'B-lines merged into one bright sheet with no gap.',
    pleural_effusion:
      'Fluid between the chest wall and the lung, mostly dark; its deep edge, the lung, is smooth and moves.',
    consolidation:
      'Lung that looks solid, like liver, below the pleural line, often with a ragged deep edge.',
  },
  /** Moving what is drawn already. */
  move: {
    tool: 'Move',
    none: 'Press a mark on the image and drag it, or choose it here and move it by the arrows.',
    chosen: '{{finding}}, {{number, number}} of {{count, number}}: drag it, or move it by the arrows.',
    next: 'Choose the next mark',
    corners: 'Choose the next, or with Shift the previous point of the mark',
    cornerNext: 'Next point',
    cornerBack: 'Previous point',
    cornerChosen:
      '{{finding}}, point {{number, number}} of {{count, number}}: drag it, or move it by the arrows. Escape goes back to the whole mark.',
    left: 'Move left by 1 mm',
    up: 'Move up by 1 mm',
    down: 'Move down by 1 mm',
    right: 'Move right by 1 mm',
    remove: 'Remove this mark',
  },
  drawn: {
    list: 'Drawn on this image',
    count: '{{finding}}: {{count}}',
    reject: 'Take back',
    rejectAll: 'Take back all marks of {{finding}}',
  },
  notice: {
    findingNotAsked: 'This step does not ask for: {{label}}.',
    toolMissing: {
      brush: 'This step is done without the brush.',
      eraser: 'This step is done without the eraser.',
      line: 'This step is done without the line.',
      beam: 'This step is done without the beam.',
      region: 'This step is done without the region.',
    },
    /** `count`: how many are missing. */
    pointsMissing: {
      brush_one: 'A brush needs {{needed, number}} points: {{count, number}} more.',
      brush_other: 'A brush needs {{needed, number}} points: {{count, number}} more.',
      eraser_one: 'An eraser needs {{needed, number}} points: {{count, number}} more.',
      eraser_other: 'An eraser needs {{needed, number}} points: {{count, number}} more.',
      line_one: 'A line needs {{needed, number}} points: {{count, number}} more.',
      line_other: 'A line needs {{needed, number}} points: {{count, number}} more.',
      beam_one: 'A beam needs {{needed, number}} points: {{count, number}} more.',
      beam_other: 'A beam needs {{needed, number}} points: {{count, number}} more.',
      region_one: 'A region needs {{needed, number}} points: {{count, number}} more.',
      region_other: 'A region needs {{needed, number}} points: {{count, number}} more.',
    },
  },
} as const;
