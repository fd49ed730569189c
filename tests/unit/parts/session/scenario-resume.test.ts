import { describe, expect, test } from 'vitest';
import { scenarioResumeOf, timeLeftS } from '../../../../src/parts/session/machine/scenario-context.ts';
import { hintsShown } from '../../../../src/parts/session/machine/scenario-hint.ts';
import {
  PLACE_VERSION,
  type ScenarioResume,
  scenarioResumeRead,
} from '../../../../src/parts/session/machine/scenario-resume.ts';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { SCENARIO, settled, stateName, worldCreate } from '../fakes.ts';
import {
  context,
  draw,
  type Run,
  seconds,
  start,
  toFeedback,
  toMark,
  toObserve,
  toQuestion,
} from './scenario-run.ts';

describe('taken up again', () => {
  /** As a reload would: through text, with a new world. */
  function reload(run: Run): Run {
    const data: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
    run.actor.stop();
    const read = scenarioResumeRead(data, PLACE_VERSION, SCENARIO);
    if (!('resume' in read)) throw new Error(read.reason.code);
    const world = worldCreate();
    world.shownIndex = 99;
    return start(read.resume, world);
  }

  test('in the middle of marking: same step, same image, same marks, same undo, same hints and time', async () => {
    const run = start();
    await toMark(run);
    draw(run, 3);
    markingActorOf(run.actor.getSnapshot())?.send({ type: 'undo' });
    run.actor.send({ type: 'hint.take' });
    seconds(run, 5);
    const again = reload(run);
    await settled(again.actor, 'mark');
    expect(again.world.log).toEqual(['open one', 'freeze one 7', 'key 7 rib+b_line']);
    expect(context(again)).toMatchObject({ stepId: 'one/mark', frozenIndex: 7, elapsedS: 5 });
    expect(hintsShown(context(again))).toHaveLength(1);
    const marking = markingActorOf(again.actor.getSnapshot())!;
    expect(marking.getSnapshot().context.marks).toHaveLength(2);
    marking.send({ type: 'redo' });
    expect(marking.getSnapshot().context.marks).toHaveLength(3);
    expect(timeLeftS(context(again))).toBe(25);
  });

  test('in feedback: the marks are graded again, so that they can be shown, and scored once', async () => {
    const run = start();
    await toFeedback(run, 1, 1);
    const before = context(run).results;
    const again = reload(run);
    await settled(again.actor, 'feedback');
    expect(again.world.log).toEqual(['open one', 'freeze one 7', 'key 7 rib+b_line', 'grade 1 on 7']);
    expect(context(again).grade?.score).toBe(50);
    expect(context(again).results).toEqual(before);
  });

  test('in feedback where grading fails: go on without', async () => {
    const run = start();
    await toFeedback(run, 2, 1);
    const again = reload(run);
    again.world.faults.set('marksGrade', 'No.');
    await settled(again.actor, 'failed');
    expect(context(again).failure?.during).toBe('regrading');
    again.actor.send({ type: 'step.skip' });
    await settled(again.actor, 'live.observe');
    expect(context(again).stepId).toBe('two/observe');
  });

  test('with a question answered: its answer is shown', async () => {
    const run = start();
    await toQuestion(run, 1);
    run.actor.send({ type: 'question.answer', reply: 1 });
    const again = reload(run);
    await settled(again.actor, 'question.answered');
    expect(context(again).results['one/question']).toMatchObject({ first: { reply: 1 }, score: 100 });
  });

  test('while the image runs, and while the source is still awaited', async () => {
    const run = start();
    await toObserve(run);
    await settled(reload(run).actor, 'live.observe');
    const waiting = start();
    waiting.actor.send({ type: 'step.next' });
    expect(stateName(waiting.actor.getSnapshot())).toBe('opening');
    await settled(reload(waiting).actor, 'live.observe');
  });

  test('not where the scenario has changed, or the data is damaged', async () => {
    const run = start();
    await toMark(run);
    draw(run, 1);
    const data = JSON.parse(JSON.stringify(scenarioResumeOf(context(run)))) as ScenarioResume;
    const changed = { code: 'placeOutdated', title: 'Trial' };
    const damaged = { code: 'placeDamaged' };
    const reason = (wrong: unknown) => {
      const read = scenarioResumeRead(wrong, PLACE_VERSION, SCENARIO);
      return 'reason' in read ? read.reason : null;
    };
    expect(reason(data)).toBeNull();
    expect(reason({ ...data, stepId: 'one/gone' })).toEqual(changed);
    expect(reason({ ...data, source: { kind: 'phantom', request: { seed: 9 } } })).toEqual(changed);
    expect(reason({ ...data, results: { 'one/gone': { first: {}, practice: [] } } })).toEqual(changed);
    for (const wrong of [
      null,
      [],
      'text',
      { ...data, frozenIndex: 'x' },
      { ...data, history: { edits: [{}], done: 1 } },
      { ...data, history: { ...data.history, done: 2 } },
      {
        ...data,
        history: { edits: [{ kind: 'add', mark: { id: 'm', points: [{ x: 'a', y: 1 }] } }], done: 1 },
      },
      { ...data, hintsTaken: { a: 'b' } },
      { ...data, elapsedS: null },
      { ...data, results: { 'one/mark': { score: 50 } } },
    ]) {
      expect(reason(wrong)).toEqual(damaged);
    }
  });
});
