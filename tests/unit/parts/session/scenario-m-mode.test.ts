import { describe, expect, test } from 'vitest';
import { mModeWaitS } from '../../../../src/parts/session/machine/scenario-context.ts';
import { settled, stateName } from '../fakes.ts';
import { inMMode, probe, R1, reload } from './scanned-run.ts';
import { context, seconds } from './scenario-run.ts';

describe('M-mode', () => {
  test('takes no time while nothing is to be seen', async () => {
    const run = await inMMode();
    run.world.hasImage = false;
    seconds(run, 4);
    expect(context(run)).toMatchObject({ elapsedS: 0, seenS: 0 });
    expect(mModeWaitS(context(run))).toBe(3);
    run.world.hasImage = true;
    seconds(run, 2);
    expect(context(run)).toMatchObject({ elapsedS: 2, seenS: 2 });
  });

  test('runs beside the image on the chosen line, and is graded by it', async () => {
    const run = await inMMode();
    expect(run.world.log.slice(-2)).toEqual(['play one', 'm-mode 0']);
    probe(run, { type: 'm_line.set', lateral: -0.5 });
    expect(run.world.log.at(-1)).toBe('m-mode -0.5');
    expect(mModeWaitS(context(run))).toBe(3);
    run.actor.send({ type: 'm_mode.answer', reply: 'barcode', lateral: -0.5 });
    expect(stateName(run.actor.getSnapshot())).toBe('live.mMode.running');
    seconds(run, 3);
    run.actor.send({ type: 'm_mode.answer', reply: 'lung_point', lateral: -0.5 });
    expect(stateName(run.actor.getSnapshot())).toBe('live.mMode.running');
    run.actor.send({ type: 'm_mode.answer', reply: 'barcode', lateral: -0.5 });
    await settled(run.actor, 'question.answered');
    expect(run.world.log).toContain('m-mode null');
    expect(context(run).results['one/m_mode']).toMatchObject({
      kind: 'question',
      first: { reply: 'barcode', expected: 'barcode', image: { view: { pose: R1 }, mLine: -0.5 } },
      score: 100,
    });
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 'R1' });
    expect(context(run).results['one/question']?.score).toBe(100);
  });

  test('a wrong reply is told, and hints cost', async () => {
    const run = await inMMode('seashore');
    run.actor.send({ type: 'hint.take' });
    seconds(run, 3);
    run.actor.send({ type: 'm_mode.answer', reply: 'barcode', lateral: 0 });
    await settled(run.actor, 'question.answered');
    expect(context(run).results['one/m_mode']).toMatchObject({
      score: 0,
      first: { expected: 'seashore' },
      hintCost: 20,
    });
  });

  test('a line behind a rib is no answer and costs nothing', async () => {
    const run = await inMMode();
    seconds(run, 3);
    run.actor.send({ type: 'm_mode.answer', reply: 'barcode', lateral: 0.8 });
    await settled(run.actor, 'missed');
    expect(context(run).miss).toEqual({ kind: 'no_pleura' });
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.mMode');
    expect(context(run)).toMatchObject({ mLine: 0.8, misses: {} });
    run.actor.send({ type: 'm_mode.answer', reply: 'barcode', lateral: 0 });
    await settled(run.actor, 'question.answered');
    expect(context(run).results['one/m_mode']).toMatchObject({ score: 100, attempts: 1 });
  });

  test('skipped, it tells what the line shows and scores 0', async () => {
    const run = await inMMode();
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.answered');
    expect(context(run).results['one/m_mode']).toMatchObject({
      score: 0,
      first: { reply: null, expected: 'barcode' },
      isSkipped: true,
    });
  });

  test('after a reload with the answer shown: same image from the same place, nothing scored again', async () => {
    const run = await inMMode();
    seconds(run, 3);
    run.actor.send({ type: 'm_mode.answer', reply: 'barcode', lateral: -0.5 });
    await settled(run.actor, 'question.answered');
    const before = context(run).results;
    const again = await reload(run, 'question.answered');
    expect(again.world.log).toEqual(['open one', 'freeze one 7']);
    expect(context(again)).toMatchObject({ frozenIndex: 7, mLine: -0.5, view: { pose: R1 } });
    expect(context(again).results).toEqual(before);
  });
});
