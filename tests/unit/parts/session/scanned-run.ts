import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { MModeSign } from '../../../../src/domain/scan/scan-truth.ts';
import { zoneFind } from '../../../../src/domain/scan/zones.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { ProbeEvent } from '../../../../src/parts/probe/machine/probe-context.ts';
import { scenarioResumeOf } from '../../../../src/parts/session/machine/scenario-context.ts';
import { PLACE_VERSION, scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { probeActorOf } from '../../../../src/parts/session/machine/session.ts';
import { settled, worldCreate } from '../fakes.ts';
import { context, type Run, seconds, start } from './scenario-run.ts';

/** A patient who is scanned, looked at by M-mode and asked about, and then whatever machine is plugged in. */
export const SCENARIO = scenarioParse(
  `id: scans
title: Scans
summary: By hand.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: rounds
    images: [{ id: one, source: { patient: { seed: 1, condition: pneumothorax, zone: R1 } } }]
    steps:
      - step: scan
        text: Find the place.
        start: { zone: L1 }
        goal: { zone: sick }
        attempts: 2
        hints:
          - { show: word, text: Elsewhere., cost: 10 }
          - { show: answer, cost: 50 }
      - step: m_mode
        ask: What does it show?
        options: [{ value: seashore, label: Shore }, { value: barcode, label: Bars }]
        min_time_s: 3
        explain: So it is.
        hints: [{ show: word, text: Look above and below., cost: 20 }]
      - step: question
        ask: Where?
        choice: { answer: sick_zone, options: [{ value: R1, label: Here }, { value: L1, label: There }] }
        explain: There.
  - step: rounds
    images: [{ id: own, source: { camera: { any: true } } }]
    steps:
      - { step: freeze, text: Stop. }
      - { step: question, ask: How many?, number: { answer: b_line_count }, explain: So many. }
`,
  'scans.yaml',
);

export const L1 = zoneFind('L1')!.centre;
export const R1 = zoneFind('R1')!.centre;

/** The patient is sick in R1; the image's left half shows one sign, its right half a rib. */
function truthOf(sign: MModeSign): Partial<Truth> {
  const mMode = [
    { from: -1, to: 0.2, shows: sign },
    { from: 0.2, to: 1, shows: 'no_pleura' as const },
  ];
  const scan = {
    condition: 'pneumothorax',
    sickZones: ['R1'],
    inView: 'normal',
    mMode,
    lungPoint: null,
  } as const;
  return { scan };
}

export async function scanning(sign: MModeSign = 'barcode'): Promise<Run> {
  const world = worldCreate();
  world.truth = truthOf(sign);
  const run = start(null, world, SCENARIO);
  await settled(run.actor, 'live.scan');
  return run;
}

export function probe({ actor }: Run, event: ProbeEvent): void {
  probeActorOf(actor.getSnapshot())!.send(event);
}

export async function freeze({ actor }: Run, state: string): Promise<void> {
  actor.send({ type: 'image.freeze' });
  await settled(actor, state);
}

export async function inMMode(sign: MModeSign = 'barcode'): Promise<Run> {
  const run = await scanning(sign);
  probe(run, { type: 'zone.go', zoneId: 'R1' });
  seconds(run, 1);
  await freeze(run, 'live.mMode');
  return run;
}

export async function showByHint({ actor }: Run): Promise<void> {
  actor.send({ type: 'hint.take' });
  actor.send({ type: 'hint.take' });
  await settled(actor, 'live.scan');
}

/** As a reload would: through text, with a new world. */
export async function reload(run: Run, state: string): Promise<Run> {
  const data: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
  run.actor.stop();
  const read = scenarioResumeRead(data, PLACE_VERSION, SCENARIO);
  if (!('resume' in read)) throw new Error(read.reason.code);
  const world = worldCreate();
  world.truth = run.world.truth;
  world.shownIndex = 99;
  const again = start(read.resume, world, SCENARIO);
  await settled(again.actor, state);
  return again;
}
