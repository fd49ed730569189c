import { describe, expect, test } from 'vitest';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { english } from '../../../support/facts.ts';
import { settled } from '../fakes.ts';
import { context, draw, seconds, start, toMark, toObserve } from './scenario-run.ts';

describe('when something fails', () => {
  test.each([
    ['imageOpen', 'opening', 'live.observe'],
    ['imagePlay', 'playing', 'live.observe'],
  ] as const)('%s: it is told, and can be tried again', async (effect, during, state) => {
    const run = start();
    run.world.faults.set(effect, 'The file is gone: choose another.');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'failed');
    expect(context(run).failure).toEqual({ during, fact: english('The file is gone: choose another.') });
    run.actor.send({ type: 'effect.retry' });
    await settled(run.actor, state);
    expect(context(run).failure).toBeNull();
  });

  test.each([
    ['imageFreeze', 'freezing'],
    ['keyMake', 'keying'],
  ] as const)('%s: it is told, and can be tried again', async (effect, during) => {
    const run = start();
    await toObserve(run);
    seconds(run, 2);
    run.world.faults.set(effect, 'Not now.');
    run.actor.send({ type: 'step.next' });
    run.actor.send({ type: 'image.freeze' });
    await settled(run.actor, 'failed');
    expect(context(run).failure).toEqual({ during, fact: english('Not now.') });
    run.actor.send({ type: 'effect.retry' });
    await settled(run.actor, 'mark');
    expect(context(run).frozenIndex).toBe(7);
  });

  test('an image that cannot be shown can be skipped with its whole round', async () => {
    const run = start();
    run.world.faults.set('imageOpen', 'Gone.');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'failed');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.observe');
    expect(context(run).stepId).toBe('two/observe');
  });

  test('grading that fails loses no marks: try again, go back, or go on without', async () => {
    const fail = async () => {
      const run = start();
      await toMark(run);
      draw(run, 2);
      run.world.faults.set('marksGrade', 'The grader stumbled.');
      run.actor.send({ type: 'marks.submit' });
      await settled(run.actor, 'failed');
      return run;
    };
    const again = await fail();
    again.actor.send({ type: 'effect.retry' });
    await settled(again.actor, 'question.asking');
    expect(context(again).results['one/mark']?.score).toBe(100);

    const back = await fail();
    back.actor.send({ type: 'marks.back' });
    await settled(back.actor, 'mark');
    expect(markingActorOf(back.actor.getSnapshot())?.getSnapshot().context.marks).toHaveLength(2);

    const without = await fail();
    without.actor.send({ type: 'step.skip' });
    await settled(without.actor, 'question.asking');
    expect(context(without).results['one/mark']).toMatchObject({
      score: null,
      first: { grade: null, marks: [{}, {}] },
    });
    without.actor.send({ type: 'question.answer', reply: 1 });
    without.actor.send({ type: 'step.next' });
    await settled(without.actor, 'feedback');
    expect(context(without).grade).toBeNull();
  });
});
