import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createActor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { replyGrade } from '../../../../src/domain/scenario/answer.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { Scenario, ScenarioStep } from '../../../../src/domain/scenario/scenario.ts';
import type { Network } from '../../../../src/parts/network/network.ts';
import { storedClipOpen } from '../../../../src/parts/opening/stored-clip.ts';
import { gradeExplain } from '../../../../src/parts/session/grading.ts';
import { scenarioResumeOf } from '../../../../src/parts/session/machine/scenario-context.ts';
import { scenarioMachineCreate } from '../../../../src/parts/session/machine/scenario-machine.ts';
import { answerFactsOf } from '../../../../src/parts/session/machine/scenario-result.ts';
import { PLACE_VERSION, scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { stageCreate } from '../../../../src/parts/session/stage.ts';
import type { ClipRecord, Records } from '../../../../src/ports/records.ts';
import { keySentence } from '../../../../src/ui/sentences/key-sentence.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';
import { SimulatedClock, settled } from '../fakes.ts';

const CLIP_ID = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';

/** 80 mm wide and deep at 0.5 mm per pixel. */
const SECTOR: Sector = { kind: 'linear', mmPerPx: 0.5, originPx: { x: 80, y: 0 }, widthMm: 80, depthMm: 80 };

const RECORD: ClipRecord = {
  id: CLIP_ID,
  name: 'Right upper zone',
  savedAtMs: 0,
  from: 'file',
  width: 160,
  height: 160,
  sector: SECTOR,
  isScaleAssumed: false,
  // So slow that it stands on its first image for as long as any test.
  timesMs: Array.from({ length: 30 }, (_, i) => 3_600_000 * i),
  bytes: 1,
};

const ONE = `- by: A. Teacher
              date: 2026-11-30
              frames:
                - index: 12
                  marks:
                    - { line: { finding: pleural_line, points: [[-30, 15], [30, 15]], width_mm: 2 } }
                    - { beam: { finding: b_line, origin: [-15, 15], width_mm: 3, end_depth_mm: 78 } }
                    - { beam: { finding: b_line, origin: [0, 15], width_mm: 3, end_depth_mm: 78 } }
                - { index: 20, marks: [] }`;

const OTHER = `- by: BT
              date: 2026-12-01
              frames:
                - index: 12
                  marks:
                    - { line: { finding: pleural_line, points: [[-30, 15.5], [30, 15.5]], width_mm: 2 } }
                    - { beam: { finding: b_line, origin: [-15.5, 15], width_mm: 3, end_depth_mm: 78 } }
                    - { beam: { finding: b_line, origin: [0, 15], width_mm: 3, end_depth_mm: 78 } }
                    - { beam: { finding: b_line, origin: [20, 15], width_mm: 3, end_depth_mm: 78 } }`;

const scenarioOf = (experts: readonly string[]): Scenario =>
  scenarioParse(
    `id: keyed
title: Keyed
summary: One clip.
course: tests
lesson: 1
duration_min: 1
teaches: [b_line]
steps:
  - step: rounds
    images:
      - id: one
        source: { clip: { id: ${CLIP_ID} } }
        key:
          drawn_on:
            width_px: 160
            height_px: 160
            images: 30
            sector: { kind: linear, mm_per_px: 0.5, origin_px: [80, 0], width_mm: 80, depth_mm: 80 }
          experts:
            ${experts.join('\n            ')}
          places:
            - { frame: 12, finding: b_line, points: [[8, 10], [18, 10], [18, 80], [8, 80]], say: That is a shadow. }
            - { frame: 20, points: [[-40, 0], [40, 0], [40, 80], [-40, 80]], say: Of another image. }
    steps:
      - { step: freeze, text: Stop. }
      - { step: mark, text: Mark., findings: [{ finding: b_line, tolerance_mm: 2 }, { finding: pleural_line, tolerance_mm: 1.5 }] }
      - { step: feedback, text: So it was. }
      - { step: question, ask: How many?, number: { answer: b_line_count, min: 0, max: 9 }, explain: So many. }
  - { step: debrief, text: Bye. }
`,
    'keyed.yaml',
  );

const SCENARIO = scenarioOf([ONE]);

/** Every key here is drawn: who asks the network does wrong. */
const NETWORK: Network = {
  state: signal({ kind: 'idle' }),
  pace: signal(null),
  adapted: signal(null),
  serve: async () => ({ end() {} }),
  start: () => {},
  retry: () => {},
  segment: async () => {
    throw new Error('The network was asked.');
  },
};

interface Kept {
  record: ClipRecord | null;
}

function recordsOf(kept: Kept): Records {
  return {
    async clipRead() {
      const { record } = kept;
      if (record === null) throw new CodedError('clip_missing', { code: 'clipMissing' });
      return { record, frame: async (index: number) => new Uint8Array(160 * 160).fill(index) };
    },
  } as unknown as Records;
}

// The stage asks whether a person sees the page.
beforeEach(() => {
  vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The game's own stage on clips of the test's own. */
function start(kept: Kept = { record: RECORD }, stored: unknown = null, scenario = SCENARIO) {
  const stage = stageCreate(NETWORK, async (source) => {
    if (source.kind !== 'stored') throw new Error('Only kept clips are opened here.');
    const clip = await storedClipOpen(recordsOf(kept), source.clipId, () => {});
    return { source: clip.source, clip: null, measured: null, record: clip.record };
  });
  const read = stored === null ? { resume: null } : scenarioResumeRead(stored, PLACE_VERSION, scenario);
  if (!('resume' in read)) throw new Error(read.reason.code);
  const actor = createActor(scenarioMachineCreate(stage.effects), {
    input: { scenario, resume: read.resume },
    clock: new SimulatedClock(),
  });
  actor.start();
  return { actor, stage };
}

type Run = ReturnType<typeof start>;

const context = ({ actor }: Run) => actor.getSnapshot().context;

function draw({ actor }: Run, marks: readonly Mark[]): void {
  const marking = markingActorOf(actor.getSnapshot())!;
  for (const mark of marks) {
    if (mark.kind !== 'beam' && mark.kind !== 'line') throw new Error('Not drawn here.');
    marking.send({ type: 'finding.pick', finding: mark.finding });
    marking.send({ type: 'tool.pick', tool: mark.kind });
    marking.send({ type: 'size.set', mm: mark.widthMm });
    const [from, to] =
      mark.kind === 'beam'
        ? [mark.origin, { x: mark.origin.x, y: mark.endDepthMm }]
        : [mark.points[0]!, mark.points[1]!];
    marking.send({ type: 'pointer.down', point: from });
    marking.send({ type: 'pointer.move', point: to });
    marking.send({ type: 'pointer.up', point: to });
  }
}

async function toMarks(run: Run): Promise<void> {
  await settled(run.actor, 'live.freeze');
  run.actor.send({ type: 'image.freeze' });
  await settled(run.actor, 'mark');
}

const beam = (x: number): Mark => ({
  id: `${x}`,
  kind: 'beam',
  finding: 'b_line',
  origin: { x, y: 15 },
  widthMm: 3,
  endDepthMm: 78,
});

const stepOf = <Kind extends ScenarioStep['kind']>(scenario: Scenario, kind: Kind) =>
  scenario.steps.find((step): step is Extract<ScenarioStep, { kind: Kind }> => step.kind === kind)!;

describe('a kept clip with a key that an expert drew', () => {
  test('stops on the nearest image with a key, and is graded by it without the network', async () => {
    const run = start();
    await toMarks(run);
    // The clip stood on its first image; 12 is nearer to that than 20.
    expect(context(run).frozen).toMatchObject({ index: 12, truth: null });
    expect(context(run).frozen?.frame.grey[0]).toBe(12);
    expect(context(run).keyMade).toMatchObject({ network: null, notes: [], key: { provenance: 'expert' } });
    draw(run, SCENARIO.images[0]!.key!.experts[0]!.frames[0]!.marks);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'feedback');
    const { results } = context(run);
    expect(results['one/mark']).toMatchObject({ score: 100 });
    expect(gradeExplain(context(run), stepOf(SCENARIO, 'mark').findings).told).toEqual([]);
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 2 });
    await settled(run.actor, 'question.answered');
    expect(context(run).results['one/question']).toMatchObject({ score: 100, first: { expected: 2 } });
  });

  test('says who drew it, and when', async () => {
    const run = start();
    await toMarks(run);
    const classes = run.stage.keyClasses.value;
    expect(keySentence(classes.find(({ finding }) => finding === 'b_line')!)).toBe(
      'B-line: graded by the key that A. Teacher drew on 30 Nov 2026.',
    );
  });

  test('says first what its author says of a place that is marked wrongly', async () => {
    const run = start();
    await toMarks(run);
    draw(run, [beam(-15), beam(13)]);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'feedback');
    const asked = stepOf(SCENARIO, 'mark').findings;
    expect(gradeExplain(context(run), asked).told).toEqual(['That is a shadow.']);
    expect(context(run).results['one/mark']!.score).toBeLessThan(90);
  });

  test('is the same image with the same marks after a reload', async () => {
    const run = start();
    await toMarks(run);
    draw(run, [beam(-15)]);
    const stored: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
    run.actor.stop();
    const again = start({ record: RECORD }, stored);
    await settled(again.actor, 'mark');
    expect(context(again)).toMatchObject({ frozenIndex: 12 });
    expect(context(again).history.edits).toHaveLength(1);
  });

  test('that was removed is said to be missing; it can be brought back, and the work is kept', async () => {
    const kept: Kept = { record: RECORD };
    const run = start(kept);
    await toMarks(run);
    draw(run, [beam(-15)]);
    const stored: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
    run.actor.stop();
    kept.record = null;
    const again = start(kept, stored);
    await settled(again.actor, 'failed');
    expect(context(again).failure?.fact).toEqual({ code: 'clipOfImageMissing' });
    kept.record = RECORD;
    again.actor.send({ type: 'effect.retry' });
    await settled(again.actor, 'mark');
    expect(context(again).history.edits).toHaveLength(1);
  });

  test('that is missing can be gone on without', async () => {
    const run = start({ record: null });
    await settled(run.actor, 'failed');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'debrief');
  });

  test.each<[string, Partial<ClipRecord>]>([
    ['another outline', { sector: { ...SECTOR, mmPerPx: 0.6 } }],
    ['other images', { timesMs: RECORD.timesMs.slice(0, 29) }],
    ['another size', { width: 161 }],
  ])('of which the id belongs to a clip with %s is not played', async (_, other) => {
    const run = start({ record: { ...RECORD, ...other } });
    await settled(run.actor, 'failed');
    expect(context(run).failure?.fact).toEqual({ code: 'keyOfOtherClip' });
  });
});

describe('a kept clip with the keys of two experts', () => {
  const BOTH = scenarioOf([ONE, OTHER]);
  const QUESTION = stepOf(BOTH, 'question').reply;

  test('takes the count of either, and half of one beyond', async () => {
    const run = start({ record: RECORD }, null, BOTH);
    await toMarks(run);
    const facts = answerFactsOf(context(run));
    const scores = [0, 1, 2, 3, 4, 5].map((count) => replyGrade(QUESTION, count, facts).score);
    expect(scores).toEqual([0, 50, 100, 100, 50, 0]);
    expect(replyGrade(QUESTION, 2, facts).expected).toMatchObject({
      least: 2,
      most: 3,
      provenance: 'expert',
    });
  });

  test('is right for who marks as one of them, and says whose they are', async () => {
    for (const expert of BOTH.images[0]!.key!.experts) {
      const run = start({ record: RECORD }, null, BOTH);
      await toMarks(run);
      draw(run, expert.frames[0]!.marks);
      run.actor.send({ type: 'marks.submit' });
      await settled(run.actor, 'feedback');
      expect(context(run).results['one/mark']?.score).toBeCloseTo(100, 6);
      expect(keySentence(run.stage.keyClasses.value[0]!)).toContain(
        'A. Teacher (30 Nov 2026) and BT (1 Dec 2026)',
      );
    }
  });

  const freeze = async (index: number) => {
    const run = start({ record: RECORD }, null, BOTH);
    await settled(run.actor, 'live.freeze');
    const frozen = await run.stage.effects.imageFreeze(
      { image: BOTH.images[0]!, index, view: context(run).view, mLine: null },
      new AbortController().signal,
    );
    return { run, frozen };
  };

  test('an image that only one of them drew on is not given in place of another', async () => {
    expect((await freeze(19)).frozen.index).toBe(12);
  });

  test('an image that is asked for by its number is graded by the one who drew on it', async () => {
    const { run, frozen } = await freeze(20);
    expect(frozen.index).toBe(20);
    const made = await run.stage.effects.keyMake(
      { image: BOTH.images[0]!, frozen, findings: [] },
      new AbortController().signal,
    );
    expect(made.key.findings).toEqual([]);
    expect(run.stage.keyClasses.value[0]?.signed).toEqual([{ by: 'A. Teacher', date: '2026-11-30' }]);
    expect(made.notes.map(messageSentence)).toEqual([
      'Only A. Teacher has marked this image, so you are graded by A. Teacher alone: BT, the other expert of this clip, has not marked it.',
    ]);
  });

  test('the feedback says so where both have marked no image at all, and not where they have', async () => {
    const apart = scenarioOf([ONE.replace('index: 12', 'index: 13'), OTHER]);
    for (const [scenario, codes] of [
      [apart, ['keyOfOneExpert']],
      [BOTH, []],
      [scenarioOf([ONE]), []],
    ] as const) {
      const run = start({ record: RECORD }, null, scenario);
      await toMarks(run);
      run.actor.send({ type: 'marks.submit' });
      await settled(run.actor, 'feedback');
      expect(context(run).keyMade?.notes.map(({ code }) => code)).toEqual(codes);
    }
  });
});
