import type { MmPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import { type CarriedFrame, type ExpertKey, keyIndices } from './expert-key.ts';
import type { PathProblem } from './problems.ts';
import type { RoundsFile } from './schema.ts';
import type { ExpertKeyFile, KeyMarkFile } from './schema-expert-key.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { ImageFile } from './schema-source.ts';

/** The key that experts drew on an image, with what is wrong with it; null where there is none. */
export function expertKeyResolve(
  { key, source }: ImageFile,
  path: ScenarioPath,
  problems: PathProblem[],
): ExpertKey | null {
  if (key === undefined) return null;
  const at = [...path, 'key'];
  if (source.clip?.id === undefined) {
    const sentence =
      source.clip === undefined
        ? 'Experts draw their key on a recorded clip: leave key out, or write source: { clip: { id: ID } }.'
        : 'A key belongs to one clip: write clip: { id: ID } in place of any.';
    problems.push({ path: at, sentence });
  }
  const resolved = expertKeyOf(key);
  for (const [i, expert] of key.experts.entries()) {
    const { frames } = expert;
    problems.push(...carriedProblems(expert, key.drawn_on, [...at, 'experts', i, 'carried']));
    for (const [k, { index }] of frames.entries()) {
      const inAt = [...at, 'experts', i, 'frames', k, 'index'];
      if (frames.findIndex((frame) => frame.index === index) < k) {
        const sentence = `Image ${index} stands here twice: put its marks together.`;
        problems.push({ path: inAt, sentence });
      }
      if (key.drawn_on !== undefined && index >= key.drawn_on.images) {
        const sentence = `The clip has ${key.drawn_on.images} images, so the last is ${key.drawn_on.images - 1}: there is no image ${index}.`;
        problems.push({ path: inAt, sentence });
      }
    }
  }
  const known = keyIndices(resolved);
  for (const [i, { frame }] of (key.places ?? []).entries()) {
    if (known.includes(frame)) continue;
    problems.push({ path: [...at, 'places', i, 'frame'], sentence: noKeySentence(frame, known) });
  }
  return resolved;
}

/** What is wrong with images that marks were carried to. */
function carriedProblems(
  { frames, carried = [] }: ExpertKeyFile['experts'][number],
  drawnOn: ExpertKeyFile['drawn_on'],
  path: ScenarioPath,
): readonly PathProblem[] {
  if (carried.length > 0 && drawnOn === undefined) {
    const sentence = 'Marks are carried along the scan lines of their clip: write drawn_on, too.';
    return [{ path, sentence }];
  }
  return carried.flatMap(({ index, from, to, moves }, i): readonly PathProblem[] => {
    const drawn = frames.find((frame) => frame.index === from);
    const problem = (key: string, sentence: string) => [{ path: [...path, i, key], sentence }];
    if (frames.some((frame) => frame.index === index))
      return problem('index', `The expert drew on image ${index}: leave it out of carried.`);
    if (carried.findIndex((frame) => frame.index === index) < i)
      return problem('index', `Image ${index} stands here twice.`);
    if (drawnOn !== undefined && index >= drawnOn.images)
      return problem(
        'index',
        `The clip has ${drawnOn.images} images, so the last is ${drawnOn.images - 1}: there is no image ${index}.`,
      );
    if (drawn === undefined) return problem('from', `This expert drew nothing on image ${from}.`);
    if (to !== undefined && !frames.some((frame) => frame.index === to))
      return problem('to', `This expert drew nothing on image ${to}.`);
    if (moves.length !== drawn.marks.length) {
      const sentence = `Image ${from} has ${drawn.marks.length} marks: write as many moves.`;
      return problem('moves', sentence);
    }
    return [];
  });
}

/** A freeze that asks for an image of a clip on which no expert drew. */
export function keyedFreezeProblems(
  rounds: RoundsFile,
  key: ExpertKey | null,
  path: ScenarioPath,
): readonly PathProblem[] {
  if (key === null) return [];
  const known = keyIndices(key);
  return rounds.steps.flatMap((step, i): readonly PathProblem[] => {
    if (step.step !== 'freeze' || step.frame_index === undefined || known.includes(step.frame_index))
      return [];
    return [{ path: [...path, i, 'frame_index'], sentence: noKeySentence(step.frame_index, known) }];
  });
}

function noKeySentence(index: number, known: readonly number[]): string {
  return `Nobody drew a key on image ${index}. There is one on: ${known.join(', ')}.`;
}

/** The key of a file that the schema has taken. */
export function expertKeyOf({ drawn_on: on, experts, places }: ExpertKeyFile): ExpertKey {
  return {
    drawnOn:
      on === undefined
        ? null
        : {
            widthPx: on.width_px,
            heightPx: on.height_px,
            images: on.images,
            sector: sectorOf(on.sector),
          },
    experts: experts.map(({ by, date, frames, carried }, expert) => ({
      by,
      date,
      ...(carried !== undefined && { carried: carried.map(carriedOf) }),
      frames: frames.map(({ index, marks }) => ({
        index,
        marks: marks.map((mark, place) => markOf(mark, `expert-${expert + 1}-${index}-${place + 1}`)),
      })),
    })),
    places: (places ?? []).map(({ frame, finding, points, say }) => ({
      index: frame,
      finding: finding ?? null,
      points: points.map(pointOf),
      say,
    })),
  };
}

function carriedOf({
  index,
  from,
  to,
  moves,
  to_check: isToCheck,
}: NonNullable<ExpertKeyFile['experts'][number]['carried']>[number]): CarriedFrame {
  return {
    index,
    from,
    to: to ?? null,
    moves: moves.map(([acrossMm, depthMm, sure]) => ({ acrossMm, depthMm, sure })),
    isToCheck: isToCheck ?? false,
  };
}

function sectorOf(sector: NonNullable<ExpertKeyFile['drawn_on']>['sector']): Sector {
  const [x, y] = sector.origin_px;
  const common = { mmPerPx: sector.mm_per_px, originPx: { x, y }, depthMm: sector.depth_mm };
  return sector.kind === 'linear'
    ? { kind: 'linear', ...common, widthMm: sector.width_mm }
    : {
        kind: 'convex',
        ...common,
        radiusMm: sector.radius_mm,
        angleRad: (sector.angle_deg * Math.PI) / 180,
      };
}

function pointOf([x, y]: readonly [number, number]): MmPoint {
  return { x, y };
}

/** The mark of a file, which has exactly one of the four kinds. */
function markOf({ line, beam, region, brush }: KeyMarkFile, id: string): Mark {
  if (line !== undefined) {
    const { finding, points, width_mm: widthMm } = line;
    return { id, kind: 'line', finding, points: points.map(pointOf), widthMm };
  }
  if (beam !== undefined) {
    const { finding, origin, width_mm: widthMm, end_depth_mm: endDepthMm } = beam;
    return { id, kind: 'beam', finding, origin: pointOf(origin), widthMm, endDepthMm };
  }
  if (region !== undefined) {
    return { id, kind: 'region', finding: region.finding, points: region.points.map(pointOf) };
  }
  const { finding, points, radius_mm: radiusMm } = brush!;
  return { id, kind: 'brush', finding, points: points.map(pointOf), radiusMm };
}
