import { describe, expect, it } from 'vitest';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { Feedback, FeedbackFact } from '../../../../src/domain/grading/feedback-fact.ts';
import type { KeyClass } from '../../../../src/domain/grading/key.ts';
import { feedbackSentence } from '../../../../src/ui/sentences/feedback-sentence.ts';
import { keySentence } from '../../../../src/ui/sentences/key-sentence.ts';
import { inSpanish } from '../../../support/spanish.ts';

const PLACE = { point: { x: 12, y: 30.4 }, lateral: 0.4 };
const SAID_BY = { provenance: 'expert', isChecked: true } as const;

const told = (finding: Feedback['finding'], fact: FeedbackFact, saidBy: Feedback['saidBy'] = SAID_BY) =>
  feedbackSentence({ ...fact, finding, saidBy });

/** One of each code, with every part that can be missing there. */
const FACTS: readonly FeedbackFact[] = [
  { code: 'missed', place: PLACE, multiple: 2 },
  { code: 'displaced', place: PLACE, deeperMm: 4, rightMm: -3 },
  { code: 'confused', place: PLACE, actual: 'pleural_effusion' },
  { code: 'extra', place: PLACE, multiple: { offMm: 6, isWhole: false } },
  { code: 'half_credit', place: PLACE, markedAs: 'b_line' },
  { code: 'partly_missed', place: PLACE, part: 'left', share: 0.4 },
  { code: 'partly_missed', place: PLACE, part: null, share: 0.4 },
  { code: 'too_narrow', place: PLACE, share: 0.5 },
  { code: 'shifted', place: PLACE, deeperMm: 2, rightMm: -3 },
  { code: 'spills', place: PLACE, part: 'lower', share: 0.5 },
  { code: 'too_broad', place: PLACE, share: 0.5 },
  { code: 'count', expected: 3, found: 2, extra: 2, spare: 0, withinMm: 4 },
  { code: 'count', expected: 0, found: 0, extra: 1, spare: 0, withinMm: 4 },
  { code: 'faint', place: PLACE },
  { code: 'unjudged', place: PLACE },
  { code: 'unsure', place: PLACE, confidence: 0.4 },
  { code: 'unsure', place: PLACE, confidence: null },
  { code: 'not_scored' },
  { code: 'found', place: PLACE, either: null },
  { code: 'found', place: PLACE, either: 'b_line' },
  { code: 'welcome', place: PLACE },
  { code: 'correct_absence' },
  { code: 'not_asked' },
];

const network: KeyClass = {
  finding: 'pleural_effusion',
  provenance: 'network',
  verdict: 'network_unsure',
  agreement: null,
  confidence: 0.4,
  threshold: 0.5,
  signed: [],
};

describe('feedbackSentence', () => {
  it('counts lines and marks, one or many', () => {
    const count = (found: number, expected: number, extra: number, spare = 0) =>
      told('b_line', { code: 'count', found, expected, extra, spare, withinMm: 4 });
    expect(count(0, 1, 0)).toBe('Counted within 4 mm: 0 of 1 B-line found.');
    expect(count(2, 3, 1)).toBe('Counted within 4 mm: 2 of 3 B-lines found, and one of your marks is none.');
    expect(count(2, 3, 2)).toBe('Counted within 4 mm: 2 of 3 B-lines found, and 2 of your marks are none.');
    expect(count(1, 2, 0, 1)).toBe(
      'Counted within 4 mm: 1 of 2 B-lines found. One more there need not be marked.',
    );
    expect(count(0, 1, 1, 2)).toBe(
      'Counted within 4 mm: 0 of 1 B-line found, and one of your marks is none. 2 more there need not be marked.',
    );
    expect(count(0, 0, 1, 1)).toBe(
      'There is no B-line to be counted here, and one of your marks is none. One is there that need not be marked.',
    );
    expect(count(0, 0, 2)).toBe('There is no B-line to be counted here, and 2 of your marks are none.');
  });

  it('is whole for every fact of every finding', () => {
    for (const finding of MARKABLE_FINDINGS) {
      for (const fact of FACTS) {
        expect(told(finding, fact)).toMatch(/^[A-Z0-9].*\.$/);
        expect(told(finding, fact)).not.toMatch(/\{|\}|undefined|grading\./);
      }
    }
  });
});

describe('feedbackSentence in Spanish', () => {
  inSpanish();

  it('says what was missed, and how to know it', () => {
    expect(told('a_line', { code: 'missed', place: PLACE, multiple: 2 })).toBe(
      'Te faltó: línea A (a 30 mm de profundidad, a la derecha del centro); es un eco de la línea pleural, a 2 veces su profundidad a lo largo de la línea de barrido.',
    );
    expect(told('b_line', { code: 'displaced', place: PLACE, deeperMm: 0, rightMm: 8 })).toBe(
      'Tu marca de línea B está 8 mm demasiado a la izquierda: mira a 30 mm de profundidad, a la derecha del centro.',
    );
  });

  it('says which experts drew the key, and when', () => {
    const signed = [
      { by: 'A. Teacher', date: '2026-11-30' },
      { by: 'BT', date: '2026-03-01' },
    ];
    const expert: KeyClass = {
      ...network,
      provenance: 'expert',
      verdict: 'expert',
      signed: signed.slice(0, 1),
    };
    expect(keySentence(expert)).toBe(
      'Derrame pleural: se evalúa con la solución que dibujó A. Teacher el 30 nov 2026.',
    );
    const carried = (...carriedFrom: readonly number[]) =>
      keySentence({ ...expert, signed: [{ ...signed[0]!, carriedFrom }] });
    expect(carried()).toBe(keySentence(expert));
    expect(carried(11)).toBe(
      'Derrame pleural: se evalúa con la solución que dibujó A. Teacher el 30 nov 2026; sus marcas se trasladaron aquí desde la imagen 12 del clip siguiendo el movimiento de las imágenes.',
    );
    expect(carried(11, 29)).toContain('desde las imágenes 12 y 30 del clip');
    expect(
      keySentence({
        ...expert,
        verdict: 'experts',
        signed: [signed[0]!, { ...signed[1]!, carriedFrom: [11] }],
      }),
    ).toContain('trasladadas aquí desde otras imágenes del clip');
    expect(keySentence({ ...expert, verdict: 'experts', signed })).toBe(
      'Derrame pleural: se evalúa con las soluciones que dibujaron A. Teacher (30 nov 2026) y BT (1 mar 2026). Hay que marcar lo que dibujaron ambos; lo que dibujó solo uno también es correcto.',
    );
  });

  it('agrees with the gender of the finding', () => {
    expect(told('pleural_effusion', { code: 'partly_missed', place: PLACE, part: 'left', share: 0.4 })).toBe(
      'Encontraste el 40 % del derrame pleural (a 30 mm de profundidad, a la derecha del centro): falta su parte izquierda.',
    );
    expect(told('consolidation', { code: 'partly_missed', place: PLACE, part: null, share: 0.4 })).toBe(
      'Encontraste el 40 % de la consolidación (a 30 mm de profundidad, a la derecha del centro).',
    );
    expect(told('pleural_effusion', { code: 'correct_absence' })).toBe(
      'Correcto: el experto no ve aquí ningún derrame pleural, y tú no marcaste ninguno.',
    );
    expect(told('b_line', { code: 'extra', place: PLACE, multiple: null })).toBe(
      'Marcaste una línea B (empieza a 30 mm de profundidad, a la derecha del centro), pero ahí el experto no ve ninguna; una línea B nace en la línea pleural y llega hasta el fondo de la imagen sin atenuarse.',
    );
  });

  it('counts lines and marks, one or many', () => {
    expect(told('b_line', { code: 'count', found: 2, expected: 3, extra: 1, spare: 0, withinMm: 4 })).toBe(
      'Recuento a menos de 4 mm: encontraste 2 de 3 líneas B, y una de tus marcas no lo es.',
    );
    expect(told('a_line', { code: 'count', found: 0, expected: 1, extra: 0, spare: 0, withinMm: 4 })).toBe(
      'Recuento a menos de 4 mm: encontraste 0 de 1 línea A.',
    );
  });

  it('is whole for every fact of every finding', () => {
    for (const finding of MARKABLE_FINDINGS) {
      for (const fact of FACTS) {
        expect(told(finding, fact)).not.toMatch(/\{|\}|undefined|grading\.| de el | a el /);
      }
    }
  });

  it('says by whose word a class is graded', () => {
    expect(keySentence(network)).toBe(
      'Derrame pleural: no se puntúa, porque la red no está segura en esta imagen (confianza del 40 %; se pide el 50 %).',
    );
  });
});

describe('of several that were missed', () => {
  it('the first alone says what they look like; each A-line has a multiple of its own', () => {
    const missed = (finding: Feedback['finding'], multiple: number | null) =>
      feedbackSentence({ code: 'missed', place: PLACE, multiple, finding, saidBy: SAID_BY }, true);
    expect(missed('b_line', null)).toBe('Missed: B-line starting 30 mm deep, right of the middle.');
    expect(missed('a_line', 2)).toBe(told('a_line', { code: 'missed', place: PLACE, multiple: 2 }));
  });
});
