/**
 * The finding classes: as a heading, inside a sentence, with an article of either kind, as many; and the colour that
 * they are drawn in.
 */
export const findings = {
  rib: { label: 'Rib', name: 'rib', one: 'a rib', the: 'the rib', many: 'ribs', colour: 'orange' },
  pleural_line: {
    label: 'Pleural line',
    name: 'pleural line',
    one: 'a pleural line',
    the: 'the pleural line',
    many: 'pleural lines',
    colour: 'yellow',
  },
  a_line: {
    label: 'A-line',
    name: 'A-line',
    one: 'an A-line',
    the: 'the A-line',
    many: 'A-lines',
    colour: 'sky blue',
  },
  b_line: {
    label: 'B-line',
    name: 'B-line',
    one: 'a B-line',
    the: 'the B-line',
    many: 'B-lines',
    colour: 'bluish green',
  },
  b_line_confluence: {
    label: 'B-line confluence',
    name: 'B-line confluence',
    one: 'a B-line confluence',
    the: 'the B-line confluence',
    many: 'B-line confluences',
    colour: 'vermilion',
  },
  pleural_effusion: {
    label: 'Pleural effusion',
    name: 'pleural effusion',
    one: 'a pleural effusion',
    the: 'the pleural effusion',
    many: 'pleural effusions',
    colour: 'blue',
  },
  consolidation: {
    label: 'Consolidation',
    name: 'consolidation',
    one: 'a consolidation',
    the: 'the consolidation',
    many: 'consolidations',
    colour: 'reddish purple',
  },
} as const;
