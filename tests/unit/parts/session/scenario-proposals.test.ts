import { describe, expect, it } from 'vitest';
import { itemDraft } from '../../../../src/domain/learning/item-draft.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { stepIsGraded } from '../../../../src/domain/scenario/scenario.ts';
import {
  type ScenarioContext,
  scenarioResumeOf,
} from '../../../../src/parts/session/machine/scenario-context.ts';
import { PLACE_VERSION, scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { keyTrue } from '../../domain/proposals/fixture.ts';
import { settled, worldCreate } from '../fakes.ts';
import { context, type Run, start } from './scenario-run.ts';

/** One image with proposals, one B-line doubled among them. */
const SCENARIO = scenarioParse(
  `id: traps
title: Traps
summary: Traps.
course: catch-the-ai
lesson: 1
duration_min: 1
teaches: [b_line]
steps:
  - step: rounds
    images: [{ id: one, source: { phantom: { seed: 1, look: clinical } } }]
    steps:
      - { step: freeze, text: Stop., frame_index: 0 }
      - step: proposals
        text: Look.
        traps: [b_line_doubled]
        own_errors: false
        errors: { least: 1, most: 1 }
  - { step: debrief, text: Bye. }
`,
  'traps.yaml',
);

async function toProposals(resume: Parameters<typeof start>[0] = null): Promise<Run> {
  const world = worldCreate();
  const keyMake = async () => ({ key: keyTrue(), network: null, notes: [] });
  const run = start(resume, { ...world, effects: { ...world.effects, keyMake } }, SCENARIO);
  if (resume === null) {
    await settled(run.actor, 'live.freeze');
    run.actor.send({ type: 'image.freeze' });
  }
  await settled(run.actor, 'proposals');
  return run;
}

/** Decides on all: what is wrong is rejected, where it is to be caught. */
function decideAll({ actor }: Run, isCaught: boolean): void {
  for (const { id, error } of context({ actor } as Run).plan!.proposals) {
    const act = error !== null && isCaught ? 'reject' : 'accept';
    actor.send({ type: 'proposal.decide', id, decision: { act, confidence: 3, mend: null } });
  }
  actor.send({ type: 'missing.decide', decision: { finding: null, confidence: 4 } });
}

const state = ({ actor }: Run) => actor.getSnapshot().value;
const resultOf = (found: ScenarioContext) => found.results['one/proposals'];

describe('a step with proposals', () => {
  it('plans what is proposed by the key, and hands nothing in before all is decided', async () => {
    const run = await toProposals();
    const { plan } = context(run);
    expect(plan!.proposals.map(({ error }) => error).filter((error) => error !== null)).toEqual([
      'b_line_doubled',
    ]);
    run.actor.send({ type: 'proposals.submit' });
    expect(state(run)).toEqual({ proposals: { deciding: 'running' } });
    run.actor.send({
      type: 'proposal.decide',
      id: 'unknown',
      decision: { act: 'accept', confidence: 1, mend: null },
    });
    expect(context(run).decisions.byId).toEqual({});
  });

  it('keeps the decisions beside what is true, tells it, and goes on', async () => {
    const run = await toProposals();
    decideAll(run, true);
    run.actor.send({ type: 'proposals.submit' });
    expect(state(run)).toEqual({ proposals: 'told' });
    const result = resultOf(context(run))!;
    expect(result).toMatchObject({ kind: 'proposals', score: 100, isSkipped: false });
    expect(result.first.confidence).toBe(3);
    const step = SCENARIO.steps.find(({ id }) => id === 'one/proposals')!;
    expect(stepIsGraded(step) && itemDraft(SCENARIO, step, result, null)).toMatchObject({
      evidence: [{ skill: 'catching_ai', grade: 100, isRight: true }],
      aid: 'proposals',
      isRight: true,
      confidence: 3,
    });
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'debrief');
  });

  it('gives half to who accepts everything, and is no evidence where it was skipped', async () => {
    const run = await toProposals();
    decideAll(run, false);
    run.actor.send({ type: 'proposals.submit' });
    expect(resultOf(context(run))).toMatchObject({ score: 50 });
    const skipped = await toProposals();
    skipped.actor.send({ type: 'step.skip' });
    expect(state(skipped)).toEqual({ proposals: 'told' });
    expect(resultOf(context(skipped))).toMatchObject({ score: 0, isSkipped: true });
    const step = SCENARIO.steps.find(({ id }) => id === 'one/proposals')!;
    expect(stepIsGraded(step) && itemDraft(SCENARIO, step, resultOf(context(skipped))!, null)).toBeNull();
  });

  it('comes back after a reload with the same proposals and what was decided on them', async () => {
    const run = await toProposals();
    const { proposals } = context(run).plan!;
    run.actor.send({
      type: 'proposal.decide',
      id: proposals[0]!.id,
      decision: { act: 'mend', confidence: 2, mend: { finding: 'a_line', rightMm: 1, deeperMm: 0 } },
    });
    const stored: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
    const read = scenarioResumeRead(stored, PLACE_VERSION, SCENARIO);
    const again = await toProposals('resume' in read ? read.resume : null);
    expect(state(again)).toEqual({ proposals: { deciding: 'running' } });
    expect(context(again).plan).toEqual(context(run).plan);
    expect(context(again).decisions).toEqual(context(run).decisions);
    decideAll(again, true);
    again.actor.send({ type: 'proposals.submit' });
    const told: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(again))));
    const readTold = scenarioResumeRead(told, PLACE_VERSION, SCENARIO);
    const third = await toProposals('resume' in readTold ? readTold.resume : null);
    expect(state(third)).toEqual({ proposals: 'told' });
  });
});
