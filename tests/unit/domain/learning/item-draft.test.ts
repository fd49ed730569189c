import { describe, expect, test } from 'vitest';
import { itemDraft, itemRecordOf } from '../../../../src/domain/learning/item-draft.ts';
import { itemRecordSchema } from '../../../../src/domain/learning/item-record.ts';
import type { QuestionResult } from '../../../../src/domain/learning/progress.ts';
import type { GradedStep, Scenario } from '../../../../src/domain/scenario/scenario.ts';
import { storedRead } from '../../../../src/domain/stored/stored-read.ts';
import { SCENARIO } from '../../parts/fakes.ts';

const STEP = SCENARIO.steps.find(({ id }) => id === 'one/question') as GradedStep;
const MEASURED = {
  contrastDb: 9,
  sizeMm: 8,
  distractors: 1,
  gainDb: 30,
  depthMm: 110,
  look: 'clinical',
} as const;

function result(score: number | null, change: object = {}): QuestionResult {
  const first = {
    ...{ score, hints: ['word' as const], hintCost: 20, isSkipped: false, elapsedS: 9, seenS: 7 },
    ...{ reply: 3, expected: 3, confidence: 3 as const },
    ...change,
  };
  const { hintCost, isSkipped } = first;
  const base = { kind: 'question' as const, stepId: STEP.id, first, practice: [], score };
  return { ...base, latestScore: score, hintCost, isSkipped, attempts: 1 };
}

function drawn(): Scenario {
  const item = { skill: 'b_line.count', level: 'hard', isNormal: true } as const;
  const images = SCENARIO.images.map((image) => ({
    ...image,
    source: {
      kind: 'phantom' as const,
      request: { seed: 42 },
      draw: { item, shows: [], lacks: [] },
    },
  }));
  return { ...SCENARIO, policy: 'round', images };
}

describe('the item of an answer', () => {
  test('holds what it is evidence of, how hard it was, and how it was answered', () => {
    expect(itemDraft(drawn(), STEP, result(80), MEASURED)).toEqual({
      evidence: [{ skill: 'b_line.count', grade: 100, isRight: true }],
      source: { kind: 'phantom', seed: 42 },
      difficulty: { level: 'hard', isNormal: true, measured: MEASURED },
      grade: 100,
      isRight: true,
      answerMs: 7000,
      confidence: 3,
      hints: 1,
      aid: 'none',
      policy: 'round',
    });
  });

  test('is easy where its image is calm and was not measured', () => {
    expect(itemDraft(SCENARIO, STEP, result(80), null)?.difficulty).toEqual({
      level: 'easy',
      isNormal: false,
      measured: null,
    });
  });

  test('is none where the answer was skipped or is no evidence', () => {
    expect(itemDraft(drawn(), STEP, result(0, { isSkipped: true }), null)).toBeNull();
    expect(itemDraft(drawn(), STEP, result(null), null)).toBeNull();
  });

  test('takes the time of an older version that counted no other', () => {
    const {
      seenS: _,
      confidence: __,
      ...first
    } = result(80).first as { seenS?: number; confidence?: number };
    const old = { ...result(80), first } as unknown as QuestionResult;
    expect(itemDraft(drawn(), STEP, old, null)).toMatchObject({ answerMs: 9000, confidence: null });
  });
});

describe('an item of a patient', () => {
  const draw = { skill: 'lung_sliding', level: 'standard', isNormal: true, zone: null } as const;
  const images = SCENARIO.images.map((image) => ({
    ...image,
    source: { kind: 'patient' as const, request: { seed: 43, condition: 'normal' as const }, draw },
  }));
  const scenario: Scenario = { ...SCENARIO, policy: 'round', images };
  const motion = { slideMm: 3, pulseMm: 0.2, contrastDb: 7 };

  test('is of the body of its seed, as hard as was measured, and can be stored', () => {
    const draft = itemDraft(scenario, STEP, result(100), { ...MEASURED, motion })!;
    expect(draft).toMatchObject({
      source: { kind: 'phantom', seed: 43 },
      difficulty: { level: 'hard', isNormal: true, measured: { motion } },
    });
    expect(draft.evidence.map(({ skill }) => skill)).toContain('lung_sliding');
    const record = itemRecordOf(draft, { id: 'p', atMs: 1, known: [] });
    expect(storedRead(itemRecordSchema, record, 'The item')).toEqual({ value: record });
  });
});

describe('the record of an item', () => {
  const draft = itemDraft(drawn(), STEP, result(80), MEASURED)!;
  const first = itemRecordOf(draft, { id: 'a', atMs: 5, known: [] });

  test('can be stored', () => {
    expect(storedRead(itemRecordSchema, first, 'The item')).toEqual({ value: first });
    expect(first).toMatchObject({ id: 'a', atMs: 5, isFirst: true });
  });

  test('is the first to its image, for the skill, or is not', () => {
    const again = itemRecordOf(draft, { id: 'b', atMs: 6, known: [first] });
    expect(again.isFirst).toBe(false);
    const other = { ...first, evidence: [{ skill: 'b_line.find', grade: 0, isRight: false }] } as const;
    expect(itemRecordOf(draft, { id: 'b', atMs: 6, known: [other] }).isFirst).toBe(true);
    const elsewhere = { ...first, source: { kind: 'phantom', seed: 43 } } as const;
    expect(itemRecordOf(draft, { id: 'b', atMs: 6, known: [elsewhere] }).isFirst).toBe(true);
  });
});
