import type { Translation } from '../../ui/words/words-type.ts';
import type { findings as english } from '../en/findings.ts';

export const findings: Translation<typeof english> = {
  rib: {
    label: 'Costilla',
    name: 'costilla',
    one: 'una costilla',
    the: 'la costilla',
    many: 'costillas',
    colour: 'naranja',
  },
  pleural_line: {
    label: 'Línea pleural',
    name: 'línea pleural',
    one: 'una línea pleural',
    the: 'la línea pleural',
    many: 'líneas pleurales',
    colour: 'amarillo',
  },
  a_line: {
    label: 'Línea A',
    name: 'línea A',
    one: 'una línea A',
    the: 'la línea A',
    many: 'líneas A',
    colour: 'azul cielo',
  },
  b_line: {
    label: 'Línea B',
    name: 'línea B',
    one: 'una línea B',
    the: 'la línea B',
    many: 'líneas B',
    colour: 'verde azulado',
  },
  b_line_confluence: {
    label: 'Confluencia de líneas B',
    name: 'confluencia de líneas B',
    one: 'una confluencia de líneas B',
    the: 'la confluencia de líneas B',
    many: 'confluencias de líneas B',
    colour: 'bermellón',
  },
  pleural_effusion: {
    label: 'Derrame pleural',
    name: 'derrame pleural',
    one: 'un derrame pleural',
    the: 'el derrame pleural',
    many: 'derrames pleurales',
    colour: 'azul',
  },
  consolidation: {
    label: 'Consolidación',
    name: 'consolidación',
    one: 'una consolidación',
    the: 'la consolidación',
    many: 'consolidaciones',
    colour: 'púrpura rojizo',
  },
};
