import { describe, expect, it } from 'vitest';
import type { ScanResult } from '../../../../src/domain/learning/progress.ts';
import { zoneFind } from '../../../../src/domain/scan/zones.ts';
import type { GoalGap, ScanGoal } from '../../../../src/domain/scenario/goal.ts';
import { instructionMark } from '../../../../src/pages/play/mark-instruction.ts';
import { missSentences } from '../../../../src/pages/play/miss-text.ts';
import { practiceGraded, stepDetails } from '../../../../src/pages/play/practice-text.ts';
import { practiseSentences } from '../../../../src/pages/play/practise-text.ts';
import { spotName } from '../../../../src/pages/play/spot-name.ts';
import { markingBegin } from '../../../../src/parts/marking/machine/marking-context.ts';
import { say } from '../../../../src/ui/words/say.ts';
import { inSpanish } from '../../../support/spanish.ts';
import { INPUT } from '../../parts/marking/marking-run.ts';

const TRY = {
  score: 22.4,
  hints: [],
  hintCost: 20,
  isSkipped: false,
  elapsedS: 34,
  misses: 0,
  isFound: true,
} as const;
const AGAIN: ScanResult = {
  kind: 'scan',
  stepId: 's',
  first: TRY,
  practice: [
    { ...TRY, score: 80 },
    { ...TRY, score: null },
  ],
  score: 22.4,
  latestScore: 80,
  hintCost: 20,
  isSkipped: false,
  attempts: 3,
};
const GAP: GoalGap = {
  place: { zone: zoneFind('R1') },
  missing: ['rib', 'pleural_line'],
  pattern: 'b_lines',
  sliding: null,
  inView: ['a_line', 'b_line', 'pleural_effusion'],
};
const GOAL: ScanGoal = { zone: 'L2', shows: [], patterns: [], sliding: null };

describe('playing in Spanish', () => {
  inSpanish();

  it('says what is in the image instead of what was asked for', () => {
    expect(missSentences({ kind: 'goal', gap: GAP }, GOAL)).toEqual([
      'La sonda está en: Anterior superior derecha, y no en: Anterior inferior izquierda.',
      'Se ve: líneas A, líneas B y líquido. No se ve: costillas y la línea pleural.',
      'Aquí el pulmón muestra tres o más líneas B separadas entre dos costillas.',
    ]);
    expect(missSentences({ kind: 'goal', gap: { ...GAP, place: { zone: null } } }, null)[0]).toBe(
      'La sonda no está en ninguna de las zonas. Lo que le pasa a este paciente no está aquí.',
    );
  });

  it('tells practice from the try that counts', () => {
    expect(practiceGraded(AGAIN)).toBe('Esto era práctica: 80. Cuenta tu primer intento, 22.');
    expect(stepDetails(AGAIN, null)).toBe('20 menos por pistas · luego, práctica: 80 y sin puntuar · 34 s');
  });

  it('says how to mark, whatever the gender of the finding', () => {
    const marking = markingBegin({ ...INPUT, findings: ['pleural_effusion'], tools: ['region'] });
    expect(instructionMark(marking)).toBe('Dibuja rodeando el derrame pleural, o haz clic en sus esquinas.');
    expect(instructionMark({ ...marking, finding: 'rib', tool: 'brush', isCursorShown: true })).toBe(
      'Pinta cubriendo la costilla. Las flechas mueven, Intro coloca.',
    );
  });

  it('counts marks, one or many', () => {
    expect(say('play.mark.placed', { mark: 'Línea A', count: 1 })).toBe('Línea A en la imagen, 1 marca.');
    expect(say('play.mark.left', { count: 0 })).toBe('Quedan 0 marcas.');
    expect(say('play.mark.mm', { mm: 3.5 })).toBe('3,5 mm');
  });

  it('names places on the image, and what to practise', () => {
    expect(spotName({ finding: 'b_line', code: 'extra' })).toBe('Línea B: no está ahí');
    expect(practiseSentences([])).toEqual([]);
  });
});
