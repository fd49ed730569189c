import { describe, expect, test } from 'vitest';
import type { MarkStep } from '../../../../src/domain/scenario/scenario.ts';
import { timeLeftS } from '../../../../src/parts/session/machine/scenario-context.ts';
import { hintNext, hintsShown } from '../../../../src/parts/session/machine/scenario-hint.ts';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { SCENARIO, settled, worldCreate } from '../fakes.ts';
import { context, draw, seconds, start, toFeedback, toMark, toQuestion } from './scenario-run.ts';

describe('marking', () => {
  test('time runs out: what was drawn is graded', async () => {
    const run = start();
    await toMark(run);
    draw(run, 1);
    seconds(run, 29);
    expect(timeLeftS(context(run))).toBe(1);
    expect(run.actor.getSnapshot().matches('mark')).toBe(true);
    seconds(run, 1);
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({
      score: 50,
      first: { elapsedS: 30 },
      isSkipped: false,
    });
  });

  test('a stroke that is whole when time runs out counts', async () => {
    const run = start();
    await toMark(run);
    const marking = markingActorOf(run.actor.getSnapshot())!;
    marking.send({ type: 'finding.pick', finding: 'b_line' });
    marking.send({ type: 'pointer.down', point: { x: 0, y: 20 } });
    seconds(run, 30);
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ first: { marks: [{ kind: 'beam' }] } });
  });

  test('hints go up the ladder, cost their price, and end', async () => {
    const run = start();
    await toMark(run);
    expect(hintNext(context(run))?.kind).toBe('word');
    run.actor.send({ type: 'hint.take' });
    expect(hintsShown(context(run)).map(({ kind }) => kind)).toEqual(['word']);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'hint.take' });
    expect(hintsShown(context(run))).toHaveLength(2);
    expect(hintNext(context(run))).toBeNull();
    draw(run, 2);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({ score: 40, hintCost: 60 });
  });

  test('hints of one step together never cost more than 60, and who draws the answer over keeps the rest', async () => {
    const mark = SCENARIO.steps.find(({ id }) => id === 'one/mark') as MarkStep;
    const dear = mark.hints.map((hint) => ({ ...hint, cost: 50 }));
    const steps = SCENARIO.steps.map((step) => (step.id === mark.id ? { ...mark, hints: dear } : step));
    const run = start(null, worldCreate(), { ...SCENARIO, steps });
    await toMark(run);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'hint.take' });
    draw(run, 2);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({
      score: 40,
      hintCost: 60,
      first: { hints: ['word', 'answer'] },
    });
  });

  test('hints never take a score below 0', async () => {
    const run = start();
    await toMark(run);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'hint.take' });
    draw(run, 1);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']?.score).toBe(0);
  });

  test('skipped marks are graded for the feedback, and score 0', async () => {
    const run = start();
    await toMark(run);
    draw(run, 2);
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({
      score: 0,
      isSkipped: true,
      first: { grade: { score: 100 } },
    });
  });

  test('after feedback the same marks can be practised on; the score stays that of the first attempt', async () => {
    const run = start();
    await toFeedback(run, 1, 1);
    run.actor.send({ type: 'step.retry' });
    await settled(run.actor, 'mark');
    expect(markingActorOf(run.actor.getSnapshot())?.getSnapshot().context.marks).toHaveLength(1);
    draw(run, 1);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/mark']).toMatchObject({
      score: 50,
      latestScore: 100,
      attempts: 2,
      first: { score: 50, marks: [{}], grade: { score: 50 } },
      practice: [{ score: 100, marks: [{}, {}], grade: { score: 100 } }],
    });
    expect(run.world.log.filter((line) => line.startsWith('freeze'))).toHaveLength(1);
  });
});

describe('questions', () => {
  test('a reply out of bounds is not taken', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'question.answer', reply: 21 });
    run.actor.send({ type: 'question.answer', reply: 'many' });
    expect(run.actor.getSnapshot().matches({ question: 'asking' })).toBe(true);
    run.actor.send({ type: 'question.answer', reply: 1 });
    expect(run.actor.getSnapshot().matches({ question: 'answered' })).toBe(true);
  });

  test('the time of an answer has tenths of a second, of those in which the page was seen', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.clock.increment(640);
    run.actor.send({ type: 'question.answer', reply: 1 });
    expect(context(run).results['one/question']).toMatchObject({ first: { elapsedS: 0, seenS: 0.6 } });

    const hidden = start();
    await toQuestion(hidden, 1);
    seconds(hidden, 2);
    hidden.world.isSeen = false;
    seconds(hidden, 3);
    hidden.world.isSeen = true;
    hidden.clock.increment(300);
    hidden.actor.send({ type: 'question.answer', reply: 1 });
    expect(context(hidden).results['one/question']).toMatchObject({ first: { elapsedS: 5, seenS: 2.3 } });
  });

  test('a skipped question shows its answer and scores 0', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'step.skip' });
    expect(context(run).results['one/question']).toMatchObject({
      score: 0,
      first: { reply: null, expected: 1 },
      isSkipped: true,
    });
  });

  test('hints cost here too', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'question.answer', reply: 1 });
    expect(context(run).results['one/question']?.score).toBe(80);
  });
});
