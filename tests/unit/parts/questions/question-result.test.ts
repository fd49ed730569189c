import { describe, expect, it } from 'vitest';
import type { QuestionResult, QuestionTry } from '../../../../src/domain/learning/progress.ts';
import type { NumberQuestion } from '../../../../src/domain/scenario/scenario.ts';
import { replyShow } from '../../../../src/parts/questions/question-result.ts';

const COUNT: NumberQuestion = {
  kind: 'number',
  answer: 'b_line_count',
  min: 0,
  max: 12,
  unit: null,
  isCount: true,
  tolerance: 0,
  halfCreditWithin: 1,
};

function resultOf(reply: number, expected: number, score: number | null, hintCost = 0): QuestionResult {
  const first: QuestionTry = {
    reply,
    expected,
    score,
    hints: [],
    hintCost,
    isSkipped: false,
    elapsedS: 3,
  };
  return {
    kind: 'question',
    stepId: 'count',
    first,
    practice: [],
    score,
    latestScore: score,
    hintCost,
    isSkipped: false,
    attempts: 1,
  };
}

describe('replyShow', () => {
  const step = { reply: COUNT, explain: 'So many.' };

  it('gives reply and key in words, a single one without its s', () => {
    expect(replyShow(step, resultOf(3, 1, 50))).toEqual({
      score: 50,
      credit: 'half',
      hintCost: 0,
      reply: '3 B-lines',
      expected: '1 B-line',
      why: ['So many.'],
    });
  });

  it('says which numbers are right where experts differ, and nothing where they do not', () => {
    const answer = { value: 1, least: 1, most: 2, provenance: 'phantom_truth' } as const;
    expect(replyShow(step, resultOf(2, 1, 100), answer)?.why[0]).toBe(
      'Experts can differ on this image: 1 to 2 B-lines are right as well.',
    );
    expect(replyShow(step, resultOf(1, 1, 100), { ...answer, most: 1 })?.why).toEqual(['So many.']);
  });

  it('says why of the right choice and of the wrong one, each once', () => {
    const options = ['sand', 'lines', 'both'].map((value) => ({ value, label: value, why: `Why ${value}.` }));
    const choice = { reply: { kind: 'choice', options }, explain: 'So.' } as const;
    const told = (reply: string, expected: string) =>
      replyShow(choice, resultOf(reply as never, expected as never, 0))?.why;
    expect(told('sand', 'lines')).toEqual(['Why lines.', 'Why sand.', 'So.']);
    expect(told('lines', 'lines')).toEqual(['Why lines.', 'So.']);
    // An option is a text of its own, which runs into the sentence around it where nothing sets it apart.
    expect(replyShow(choice, resultOf('sand' as never, 'lines' as never, 0))).toMatchObject({
      reply: '"sand"',
      expected: '"lines"',
    });
  });

  it('a right answer stays right, whatever hints took off, and half credit half', () => {
    const credit = (reply: number, score: number, hintCost: number) =>
      replyShow(step, resultOf(reply, 3, score, hintCost))?.credit;
    expect([credit(3, 100, 0), credit(3, 90, 10), credit(3, 0, 100)]).toEqual(['right', 'right', 'right']);
    expect([credit(4, 50, 0), credit(4, 35, 15), credit(4, 0, 60)]).toEqual(['half', 'half', 'half']);
    expect([credit(6, 0, 0), credit(6, 0, 60)]).toEqual(['wrong', 'wrong']);
  });

  it('shows nothing before an answer', () => {
    expect(replyShow(step, undefined)).toBeNull();
  });
});
