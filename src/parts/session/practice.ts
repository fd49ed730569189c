import { MARKABLE_FINDINGS, type MarkableFinding, PAPER_FINDINGS } from '../../domain/findings/finding.ts';
import { TOLERANCE_MM, WHERE } from '../../domain/grading/tolerance.ts';
import type { RoundItem } from '../../domain/learning/next-round.ts';
import type {
  AskedFinding,
  Hint,
  ScanStep,
  Scenario,
  ScenarioImage,
  ScenarioStep,
} from '../../domain/scenario/scenario.ts';
import { MARK_TOOLS } from '../../domain/scenario/tools.ts';
import { say } from '../../ui/words/say.ts';
import { assessmentRead, assessmentScenario } from './assessment.ts';
import { drillRead, drillScenario } from './drill.ts';
import { roundRead } from './round-id.ts';
import { roundScenario } from './round-scenario.ts';
import { type Scanned, scannedRead } from './scanned-id.ts';

/** The scenario of a learner's own file. */
export const CLIP_ID = 'own-clip';

/** The scenario of one image of the machine that is plugged in. */
export const LIVE_ID = 'own-machine-image';

const PRACTICE_PREFIX = 'practice-';
const STORED_PREFIX = 'stored-';

/** Hints where everything is to be found. */
function hints(): readonly Hint[] {
  return [
    {
      kind: 'word',
      text: say('session.hintRibs'),
      findings: [],
      cost: 5,
    },
    { kind: 'region', text: null, findings: PAPER_FINDINGS, cost: 15 },
    { kind: 'outline', text: null, findings: PAPER_FINDINGS, cost: 30 },
    { kind: 'answer', text: null, findings: PAPER_FINDINGS, cost: 60 },
  ];
}

/** The scenario of a clip of the library. */
export function storedId(clipId: string): string {
  return `${STORED_PREFIX}${clipId}`;
}

/** The scenario of one random virtual patient: the seed is part of the id, so that a reload finds the same one. */
export function practiceId(seed: number): string {
  return `${PRACTICE_PREFIX}${seed}`;
}

/** A scenario that stands in no file, by its id; null for every other id. */
export function scenarioBuiltIn(id: string): Scenario | null {
  if (id === CLIP_ID) return clipScenario();
  if (id === LIVE_ID) return liveScenario();
  const items = roundRead(id);
  if (items !== null) return roundToday(id, items);
  const drill = drillRead(id);
  if (drill !== null) return drillScenario(drill.drill, drill.seed);
  const sitting = assessmentRead(id);
  if (sitting !== null) return assessmentScenario(sitting);
  const scanned = scannedRead(id);
  if (scanned !== null) return scannedScenario(id, scanned);
  if (id.startsWith(STORED_PREFIX)) return storedScenario(id.slice(STORED_PREFIX.length));
  const seed = id.startsWith(PRACTICE_PREFIX) ? Number(id.slice(PRACTICE_PREFIX.length)) : Number.NaN;
  return Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32 ? practiceScenario(seed) : null;
}

function roundToday(id: string, items: readonly RoundItem[]): Scenario {
  const title = say('rounds.today.title');
  return roundScenario({ id, title, summary: say('rounds.today.summary'), policy: 'round', items });
}

function practiceScenario(seed: number): Scenario {
  return oneImage({
    id: practiceId(seed),
    title: say('session.practice.title'),
    summary: say('session.practice.summary'),
    image: {
      id: 'patient',
      title: say('session.practice.image', { seed }),
      source: { kind: 'phantom', request: { seed, split: 'game', pattern: 'any' } },
      draw: null,
    },
    findings: PAPER_FINDINGS,
    freeze: say('session.practice.freeze'),
    mark: say('session.markAll'),
    hints: hints(),
  });
}

/** A patient who was scanned at the console, taken up where the probe stood there. */
function scannedScenario(id: string, { request, pose }: Scanned): Scenario {
  const image: ScenarioImage = {
    id: 'patient',
    title: say('session.scanned.image', { seed: request.seed }),
    source: { kind: 'patient', request },
    draw: null,
  };
  const scenario = oneImage({
    id,
    title: say('session.scanned.title'),
    summary: say('session.scanned.summary'),
    image,
    findings: MARKABLE_FINDINGS,
    freeze: '',
    mark: say('session.markAll'),
    hints: hints(),
  });
  const scan: ScanStep = {
    kind: 'scan',
    id: `${image.id}/scan`,
    imageId: image.id,
    next: [],
    text: say('session.scanned.scan'),
    start: pose,
    zones: 'zones_8',
    goal: { zone: null, shows: ['pleural_line'], patterns: [], sliding: null },
    attempts: 3,
    timeLimitS: null,
    hints: [],
    weight: 0,
  };
  return { ...scenario, steps: [scan, ...scenario.steps.slice(1)] };
}

function clipScenario(): Scenario {
  return recordedScenario({
    id: CLIP_ID,
    title: say('session.clip.title'),
    summary: say('session.clip.summary'),
    image: { id: 'clip', title: say('session.clip.title'), source: { kind: 'clip' }, draw: null },
  });
}

function liveScenario(): Scenario {
  return recordedScenario({
    id: LIVE_ID,
    title: say('session.live.title'),
    summary: say('session.live.summary'),
    image: { id: 'machine', title: say('session.live.title'), source: { kind: 'camera' }, draw: null },
  });
}

function storedScenario(clipId: string): Scenario {
  return recordedScenario({
    id: storedId(clipId),
    title: say('session.stored.title'),
    summary: say('session.stored.summary'),
    image: { id: 'clip', title: say('session.stored.title'), source: { kind: 'stored', clipId }, draw: null },
  });
}

function recordedScenario(
  parts: Pick<Parameters<typeof oneImage>[0], 'id' | 'title' | 'summary' | 'image'>,
): Scenario {
  return oneImage({
    ...parts,
    findings: MARKABLE_FINDINGS,
    freeze: say('session.recorded.freeze'),
    mark: say('session.recorded.mark'),
    hints: [],
  });
}

function oneImage(parts: {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly image: ScenarioImage;
  readonly findings: readonly MarkableFinding[];
  readonly freeze: string;
  readonly mark: string;
  readonly hints: readonly Hint[];
}): Scenario {
  const { id, title, summary, image, findings, freeze, mark, hints } = parts;
  const base = { imageId: image.id, next: [] } as const;
  const asked = findings.map(
    (finding): AskedFinding => ({
      finding,
      toleranceMm: TOLERANCE_MM[finding],
      weight: 1,
      where: WHERE[finding],
    }),
  );
  const steps: readonly ScenarioStep[] = [
    { ...base, kind: 'freeze', id: `${image.id}/freeze`, text: freeze, frameIndex: null },
    {
      ...base,
      kind: 'mark',
      id: `${image.id}/mark`,
      text: mark,
      findings: asked,
      tools: MARK_TOOLS,
      timeLimitS: null,
      hints,
      weight: 1,
    },
    { ...base, kind: 'feedback', id: `${image.id}/feedback`, text: '', explain: [] },
  ];
  return {
    id,
    title,
    summary,
    course: 'practice',
    lesson: 1,
    durationMin: 2,
    teaches: findings,
    passScore: 70,
    policy: 'learner',
    seed: null,
    images: [image],
    steps,
  };
}
