import type { ActorRef, AnyMachineSnapshot, EventObject } from 'xstate';
import { SimulatedClock, waitFor } from 'xstate';
import { CodedError } from '../../../src/domain/errors/coded-error.ts';
import { FINDING_INDEX } from '../../../src/domain/findings/finding.ts';
import type { ClipUsed } from '../../../src/domain/frame/clip-used.ts';
import type { Frame, Mask, Truth } from '../../../src/domain/frame/frame.ts';
import type { LinearSector } from '../../../src/domain/geometry/sector.ts';
import type { Grade } from '../../../src/domain/grading/grade.ts';
import type { Mark } from '../../../src/domain/marks/mark.ts';
import type { ProbePose } from '../../../src/domain/scan/probe-pose.ts';
import { scenarioParse } from '../../../src/domain/scenario/parse.ts';
import type { SourceFrame } from '../../../src/ports/frame-source.ts';
import type { ScenarioEffects } from '../../../src/ports/scenario-effects.ts';
import { english } from '../../support/facts.ts';
import { keyPlain } from '../domain/grading/fixture.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 2,
  originPx: { x: 16, y: 0 },
  widthMm: 64,
  depthMm: 64,
};

/** Two images, each observed, frozen, marked, asked about and spoken of. */
export const SCENARIO = scenarioParse(
  `id: trial
title: Trial
summary: A trial.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - { step: briefing, text: Hello. }
  - step: rounds
    images:
      - { id: one, source: { phantom: { seed: 1 } } }
      - { id: two, source: { phantom: { seed: 2, pattern: b_lines } } }
    steps:
      - { step: observe, text: Look., min_time_s: 2 }
      - { step: freeze, text: Stop. }
      - step: mark
        text: Mark.
        findings: [{ finding: rib, tolerance_mm: 3 }, { finding: b_line, tolerance_mm: 2 }]
        time_limit_s: 30
        hints:
          - { show: word, text: Bright., cost: 10 }
          - { show: answer, findings: [rib], cost: 50 }
      - step: question
        ask: How many?
        number: { answer: b_line_count, half_credit_within: 1 }
        explain: So many.
        hints: [{ show: word, text: Few., cost: 20 }]
      - step: feedback
        text: So it was.
        after_questions: true
        next: [{ if_score_below: 40, goto: observe }]
  - { step: debrief, text: Bye. }
`,
  'trial.yaml',
);

function frozenOf(imageId: string, index: number, scanned: Partial<Truth> = {}): SourceFrame {
  const frame: Frame = {
    width: 32,
    height: 32,
    grey: new Uint8Array(1024),
    sector: SECTOR,
    timeMs: index * 40,
  };
  const bLine = { origin: { x: 0, y: 10 }, lateral: 0, widthMm: 3, endDepthMm: 64, confluent: false };
  const truth = {
    mask: maskEmpty(),
    aLines: [],
    bLines: imageId === 'one' ? [bLine] : [bLine, bLine, bLine],
    pleura: [],
    ribs: [],
    sliding: true,
    ...scanned,
  };
  return { frame, truth, index };
}

function maskEmpty(): Mask {
  return { width: 32, height: 32, classes: new Uint8Array(1024), sector: SECTOR };
}

/** So many B-lines, 2 mm wide, from 10 mm down to the bottom. */
function bLinesMask(count: number): Mask {
  const mask = maskEmpty();
  for (let line = 0; line < count; line++) {
    for (let row = 5; row < 32; row++) mask.classes[row * 32 + 6 + 8 * line] = FINDING_INDEX.b_line;
  }
  return mask;
}

/** Two marks are worth 100, one 50. */
function gradeOf(marks: readonly Mark[]): Grade {
  const mask = maskEmpty();
  const score = Math.min(100, 50 * marks.length);
  const rib = {
    finding: 'rib',
    status: 'scored',
    score,
    precision: null,
    recall: null,
    overlap: score / 100,
    dice: 0,
    iou: 0,
    toleranceMm: 3,
    count: null,
    provenance: 'phantom_truth',
  } as const;
  return {
    score,
    classes: [rib],
    blas: null,
    isJudged: true,
    hit: mask,
    miss: mask,
    extra: mask,
    neutral: mask,
    unsure: mask,
  };
}

export interface World {
  readonly effects: ScenarioEffects;
  /** What was asked of the world, in order. */
  readonly log: string[];
  /** Effects that are to fail the next time they are asked, with what they say. */
  readonly faults: Map<keyof ScenarioEffects, string>;
  /** The clock of the machine, and of the world. */
  readonly clock: SimulatedClock;
  /** The index of the image on the screen. */
  shownIndex: number;
  /** Whether a person can see the page. */
  isSeen: boolean;
  /** Whether the first image is there. */
  hasImage: boolean;
  /** What the learner gives when asked for a clip; null leaves them being asked. */
  clip: ClipUsed | null;
  /** What frozen images truly show, beside what they always do. */
  truth: Partial<Truth>;
}

/** Where the probe is put when a goal is shown. */
export const PLACE_FOUND: ProbePose = { aroundMm: 1, downMm: 2, rotationRad: 0, tiltRad: 0, pressure: 0.5 };

export function worldCreate(): World {
  const log: string[] = [];
  const faults = new Map<keyof ScenarioEffects, string>();
  const fail = (effect: keyof ScenarioEffects): void => {
    const message = faults.get(effect);
    faults.delete(effect);
    if (message !== undefined) throw new CodedError('fault', english(message));
  };
  const world: World = {
    log,
    faults,
    clock: new SimulatedClock(),
    shownIndex: 7,
    isSeen: true,
    hasImage: true,
    clip: null,
    truth: {},
    effects: {
      nowMs: () => world.clock.now(),
      isSeen: () => world.isSeen,
      hasImage: () => world.hasImage,
      async imageOpen({ image, clip, isWorkedOn }) {
        const file = clip?.file.sha256.slice(0, 4);
        const wanted = file === undefined ? '' : ` wanting ${file}${isWorkedOn ? ' for its work' : ''}`;
        log.push(`open ${image.id}${wanted}`);
        fail('imageOpen');
        const { kind } = image.source;
        if (kind !== 'clip') return { clip: null, isLive: kind === 'camera' };
        return world.clip === null ? new Promise(() => {}) : { clip: world.clip, isLive: false };
      },
      imagePlay({ image }) {
        log.push(`play ${image.id}`);
        fail('imagePlay');
        return () => log.push(`stop ${image.id}`);
      },
      async imageFreeze({ image, index, view }) {
        log.push(`freeze ${image.id} ${index}`);
        fail('imageFreeze');
        const frozen = frozenOf(image.id, index ?? world.shownIndex, world.truth);
        return image.source.kind === 'patient' ? { ...frozen, view } : frozen;
      },
      viewSet({ pose }) {
        log.push(`probe at ${pose.aroundMm} ${pose.downMm}`);
      },
      mModeSet(lateral) {
        log.push(`m-mode ${lateral}`);
      },
      async goalReach({ image, goal, view }) {
        log.push(`reach ${image.id} ${goal.shows.join('+')}`);
        fail('goalReach');
        return { ...frozenOf(image.id, 50, world.truth), view: { ...view, pose: PLACE_FOUND } };
      },
      imageClose() {
        log.push('close');
      },
      async keyMake({ frozen, findings }) {
        log.push(`key ${frozen.index} ${findings.map(({ finding }) => finding).join('+')}`);
        fail('keyMake');
        const key = keyPlain(bLinesMask(frozen.truth?.bLines.length ?? 0));
        return { key, network: null, notes: [] };
      },
      async marksGrade({ marks, frozen }) {
        log.push(`grade ${marks.length} on ${frozen.index}`);
        fail('marksGrade');
        return gradeOf(marks);
      },
    },
  };
  return world;
}

type AnyActor = ActorRef<AnyMachineSnapshot, EventObject>;

/** Waits until the machine is in a state and nothing is under way. */
export async function settled<Actor extends { getSnapshot(): AnyMachineSnapshot }>(
  actor: Actor,
  state: string,
): Promise<ReturnType<Actor['getSnapshot']>> {
  const snapshot = await waitFor(actor as unknown as AnyActor, (found) => stateName(found).startsWith(state));
  return snapshot as ReturnType<Actor['getSnapshot']>;
}

/** `live.observe.running` */
export function stateName({ value }: { readonly value: AnyMachineSnapshot['value'] }): string {
  if (typeof value === 'string') return value;
  const [name, inner] = Object.entries(value)[0]!;
  return inner === undefined ? name : `${name}.${stateName({ value: inner })}`;
}

export { SimulatedClock };
