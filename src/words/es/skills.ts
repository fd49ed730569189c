import type { Translation } from '../../ui/words/words-type.ts';
import type { skills as english } from '../en/skills.ts';

export const skills: Translation<typeof english> = {
  rib: {
    find: 'Encontrar costillas',
  },
  pleural_line: {
    find: 'Encontrar la línea pleural',
    delimit: 'Seguir la línea pleural hasta sus extremos',
  },
  a_line: {
    find: 'Encontrar líneas A',
    count: 'Contar líneas A',
    tell_apart: 'Línea A o no',
  },
  b_line: {
    find: 'Encontrar líneas B',
    count: 'Contar líneas B',
    tell_apart: 'Línea B o no',
  },
  b_line_confluence: {
    find: 'Encontrar una confluencia',
    delimit: 'Borde de una confluencia',
    tell_apart: 'Confluencia o no',
  },
  pleural_effusion: {
    find: 'Encontrar un derrame',
    delimit: 'Borde de un derrame',
    tell_apart: 'Derrame o no',
  },
  consolidation: {
    find: 'Encontrar una consolidación',
    delimit: 'Borde de una consolidación',
    tell_apart: 'Consolidación o no',
  },
  lung_sliding: 'Deslizamiento pulmonar',
  m_mode_pattern: 'Leer el modo M',
  lung_point: 'Encontrar un punto pulmonar',
  probe_handling: 'Llegar a una vista con la sonda',
  zone_pattern: 'Nombrar el patrón de una zona',
  whole_patient: 'Encontrar lo que tiene un paciente entero',
  catching_ai: 'Descubrir un error de la red',
};
