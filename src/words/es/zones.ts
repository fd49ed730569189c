import type { Translation } from '../../ui/words/words-type.ts';
import type { zones as english } from '../en/zones.ts';

// Like their names in the guidelines: the zone's place first, the side last.
export const zones: Translation<typeof english> = {
  code: { a_lines: 'A', b_lines: 'B', confluence: 'BB', consolidation: 'C', effusion: 'D' },
  left: {
    upperAnterior: 'Anterior superior izquierda',
    lowerAnterior: 'Anterior inferior izquierda',
    basalAnterior: 'Anterior basal izquierda',
    upperLateral: 'Lateral superior izquierda',
    lowerLateral: 'Lateral inferior izquierda',
    basalLateral: 'Lateral basal izquierda',
    upperPosterior: 'Posterior superior izquierda',
    middlePosterior: 'Posterior media izquierda',
    lowerPosterior: 'Posterior inferior izquierda',
    basalPosterior: 'Posterior basal izquierda',
    upperBlue: 'Punto BLUE superior izquierdo',
    lowerBlue: 'Punto BLUE inferior izquierdo',
    plaps: 'Punto PLAPS izquierdo',
  },
  right: {
    upperAnterior: 'Anterior superior derecha',
    lowerAnterior: 'Anterior inferior derecha',
    basalAnterior: 'Anterior basal derecha',
    upperLateral: 'Lateral superior derecha',
    lowerLateral: 'Lateral inferior derecha',
    basalLateral: 'Lateral basal derecha',
    upperPosterior: 'Posterior superior derecha',
    middlePosterior: 'Posterior media derecha',
    lowerPosterior: 'Posterior inferior derecha',
    basalPosterior: 'Posterior basal derecha',
    upperBlue: 'Punto BLUE superior derecho',
    lowerBlue: 'Punto BLUE inferior derecho',
    plaps: 'Punto PLAPS derecho',
  },
};
