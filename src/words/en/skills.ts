/** Skills, as a list names them. */
export const skills = {
  rib: {
    find: 'Find ribs',
  },
  pleural_line: {
    find: 'Find the pleural line',
    delimit: 'Follow the pleural line to its ends',
  },
  a_line: {
    find: 'Find A-lines',
    count: 'Count A-lines',
    tell_apart: 'A-line or not',
  },
  b_line: {
    find: 'Find B-lines',
    count: 'Count B-lines',
    tell_apart: 'B-line or not',
  },
  b_line_confluence: {
    find: 'Find a confluence',
    delimit: 'Border of a confluence',
    tell_apart: 'Confluence or not',
  },
  pleural_effusion: {
    find: 'Find an effusion',
    delimit: 'Border of an effusion',
    tell_apart: 'Effusion or not',
  },
  consolidation: {
    find: 'Find a consolidation',
    delimit: 'Border of a consolidation',
    tell_apart: 'Consolidation or not',
  },
  lung_sliding: 'Lung sliding',
  m_mode_pattern: 'Read M-mode',
  lung_point: 'Find a lung point',
  probe_handling: 'Reach a view with the probe',
  zone_pattern: 'Name the pattern of a zone',
  whole_patient: 'Find what ails a whole patient',
  catching_ai: 'Catch a wrong network',
} as const;
