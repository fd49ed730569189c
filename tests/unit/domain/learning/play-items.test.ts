import { expect, test } from 'vitest';
import { itemDraft, itemRecordOf } from '../../../../src/domain/learning/item-draft.ts';
import { playItemIds } from '../../../../src/domain/learning/play-items.ts';
import type { QuestionResult } from '../../../../src/domain/learning/progress.ts';
import type { GradedStep } from '../../../../src/domain/scenario/scenario.ts';
import { SCENARIO } from '../../parts/fakes.ts';
import { RECORD } from './record.ts';

const step = SCENARIO.steps.find(({ id }) => id === 'one/question') as GradedStep;

function result(seenS: number): QuestionResult {
  const help = { hints: [], hintCost: 0, isSkipped: false };
  const first = { ...help, score: 100, elapsedS: 9, seenS, reply: 1, expected: 1 };
  const base = { kind: 'question' as const, stepId: step.id, first, practice: [], score: 100 };
  return { ...base, latestScore: 100, hintCost: 0, isSkipped: false, attempts: 1 };
}

test('the records of a play are those of its images, times and grades, the newest of each', () => {
  const draft = itemDraft(SCENARIO, step, result(7), null)!;
  const record = (id: string) => itemRecordOf(draft, { id, atMs: 5, known: [] });
  const other = { ...record('slower'), answerMs: 8000 };
  const items = [RECORD, record('before'), other, record('now'), { ...RECORD, id: 'later' }];
  expect(playItemIds(items, SCENARIO, [result(7)])).toEqual(new Set(['now']));
  expect(playItemIds(items, SCENARIO, [result(8)])).toEqual(new Set(['slower']));
  expect(playItemIds(items, SCENARIO, [])).toEqual(new Set());
  expect(playItemIds([], SCENARIO, [result(7)])).toEqual(new Set());
});
