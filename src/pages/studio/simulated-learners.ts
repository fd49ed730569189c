import { maskResample } from '../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import { marksFromTruth } from '../../domain/marks/from-truth.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { marksBlur } from '../../domain/marks/marks-blur.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import { keyFramesAt, keyIndices } from '../../domain/scenario/expert-key.ts';
import type { MarkStep, Scenario, ScenarioImage } from '../../domain/scenario/scenario.ts';
import type { Services } from '../../parts/services.ts';
import { marksGrade } from '../../parts/session/grading.ts';
import { keyFromExperts, keyFromLabels } from '../../parts/session/key-make.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';

/** Who draws exactly what the key has, who draws it badly, and who draws nothing. */
export const SIMULATED = ['perfect', 'noisy', 'empty'] as const;
export type SimulatedLearner = (typeof SIMULATED)[number];

/** Scores of 0-100 on one image; null where it can be graded by nothing. */
export interface SimulatedScores {
  readonly step: string;
  readonly image: number;
  readonly scores: Readonly<Record<SimulatedLearner, number | null>>;
}

/** Separates what is drawn here from all else of the same seed. */
const STREAM = 43;
const SIZE_PX = 512;

/** Has simulated learners mark each image with a key or a truth; patients, cameras and clips without a key are left out. */
export async function simulatedMark(
  scenario: Scenario,
  { records, phantomSource }: Pick<Services, 'records' | 'phantomSource'>,
): Promise<readonly SimulatedScores[]> {
  const all: SimulatedScores[] = [];
  for (const step of scenario.steps) {
    if (step.kind !== 'mark') continue;
    const image = scenario.images.find(({ id }) => id === step.imageId);
    if (image === undefined) continue;
    for (const { frozen, right } of await shotsOf(image, records, phantomSource)) {
      all.push({ step: step.id, image: frozen.index, scores: scoresOf(image, step, frozen, right) });
    }
  }
  return all;
}

interface Shot {
  readonly frozen: SourceFrame;
  /** What is right to mark. */
  readonly right: readonly Mark[];
}

async function shotsOf(
  { key, source }: ScenarioImage,
  records: Services['records'],
  phantomSource: Services['phantomSource'],
): Promise<readonly Shot[]> {
  if (source.kind === 'stored' && key !== undefined) {
    const { record } = await (await records()).clipRead(source.clipId);
    const { width, height, sector, timesMs } = record;
    // Marks are held against the key: the image's grey levels play no part.
    const frame = { width, height, sector, grey: new Uint8Array(width * height) };
    return keyIndices(key).map((index) => ({
      frozen: { frame: { ...frame, timeMs: timesMs[index] ?? 0 }, truth: null, index },
      right: keyFramesAt(key, index)[0]?.marks ?? [],
    }));
  }
  if (source.kind !== 'phantom') return [];
  const opened = await phantomSource(source.request, SIZE_PX);
  try {
    const frozen = await opened.freeze(0);
    const { truth } = frozen;
    if (truth === null) return [];
    const mask = maskResample(truth.mask, sectorFit(frozen.frame.sector, MASK_SIZE), MASK_SIZE);
    return [{ frozen, right: marksFromTruth(truth, mask) }];
  } finally {
    opened.close();
  }
}

function scoresOf(
  image: ScenarioImage,
  { findings }: MarkStep,
  frozen: SourceFrame,
  right: readonly Mark[],
): SimulatedScores['scores'] {
  const input = { image, frozen, findings };
  const { key } = keyFromExperts(input) ?? keyFromLabels(input, null);
  const asked = right.filter(
    (mark) => mark.kind !== 'eraser' && findings.some(({ finding }) => finding === mark.finding),
  );
  const score = (marks: readonly Mark[]): number | null => {
    const grade = marksGrade({ frozen, key, marks, findings });
    return grade.isJudged ? grade.score : null;
  };
  return {
    perfect: score(asked),
    noisy: score(marksBlur(asked, frozen.frame.sector, randomCreate(frozen.index, STREAM))),
    empty: score([]),
  };
}
