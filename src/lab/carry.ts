/**
 * Measures how well marks are carried through a clip by its images' own motion, against the truth of simulated exams:
 * `npm run carry [-- --exams N --images N --set dev|v2 --first N]`.
 *
 * The marks of one image's truth are carried through the images after it. Of each mark: which share of it lies within the usual
 * tolerance of its finding as that image truly shows it, and of lines and beams how far off they are; beside it the same for marks
 * that were left where they were drawn. Then, for each limit of how sure a carried image has to be: how many images would be put
 * up to be checked, and how many marks are off (less than half within the tolerance) on the others.
 */
import { parseArgs } from 'node:util';
import { choiceRead, commandStart, integerRead } from '../cli/shared/command.ts';
import { examFrameIndex } from '../cli/shared/seeds.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../domain/findings/finding.ts';
import { classSet } from '../domain/frame/components.ts';
import { setGrow } from '../domain/frame/distance.ts';
import type { Mask } from '../domain/frame/frame.ts';
import { maskResample } from '../domain/frame/mask.ts';
import { MASK_SIZE } from '../domain/frame/resample.ts';
import { arcMm } from '../domain/geometry/arc.ts';
import { beamFromMm, type Sector, sectorFit } from '../domain/geometry/sector.ts';
import { TOLERANCE_MM } from '../domain/grading/tolerance.ts';
import { marksFromTruth } from '../domain/marks/from-truth.ts';
import type { Mark } from '../domain/marks/mark.ts';
import { marksRasterise } from '../domain/marks/rasterise.ts';
import { lineDepthAt } from '../domain/motion/line-depth.ts';
import { markMiddle, markMove } from '../domain/motion/mark-move.ts';
import { marksFollow } from '../domain/motion/marks-follow.ts';
import { motionImage } from '../domain/motion/motion-image.ts';
import { type Phantom, phantomFrame, phantomOpen } from '../simulator/exam/phantom.ts';
import { TEST_SETS } from './evaluate/test-set.ts';

const SIZE_PX = 512;
const LIMITS = [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

/** A mark is off where less of it lies within the tolerance. */
const OFF_SHARE = 0.5;

/** A line or beam is compared with the nearest true one within this distance, mm; beyond it the image shows it no more. */
const NEAR_MM = 10;

/** One mark on one image that it was carried to. */
interface Carried {
  readonly finding: MarkableFinding;
  readonly sure: number;
  /** Within the tolerance of the truth, 0-1: carried, and left where it was drawn. */
  readonly within: number;
  readonly leftWithin: number;
  /** Of lines and beams, mm; null where no true one is near, and of areas. */
  readonly errorMm: number | null;
  readonly leftErrorMm: number | null;
  /** Which image of which exam. */
  readonly image: string;
}

interface Shown {
  readonly marks: readonly Mark[];
  readonly mask: Mask;
}

/** Of the processor. */
let followedMs = 0;

function examCarry(phantom: Phantom, seed: number, images: number): readonly Carried[] {
  const first = examFrameIndex(seed, 0, 1);
  const shownAt = (index: number) => {
    const { frame, truth } = phantomFrame(phantom, index, SIZE_PX);
    const mask = maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE);
    return { frame, mask, marks: marksFromTruth(truth, mask) };
  };
  const anchor = shownAt(first);
  const { sector } = anchor.frame;
  const follower = marksFollow(motionImage(anchor.frame), anchor.marks);
  return Array.from({ length: images }, (_, i) => i + 1).flatMap((away) => {
    const shown = shownAt(first + away);
    const begun = process.cpuUsage();
    const followed = follower.next(motionImage(shown.frame));
    followedMs += process.cpuUsage(begun).user / 1000;
    const near = nearOf(shown.mask);
    return followed.flatMap(({ move, sure }, i): readonly Carried[] => {
      const mark = anchor.marks[i]!;
      if (mark.kind === 'eraser') return [];
      const moved = markMove(mark, move, sector);
      if (moved.kind === 'eraser') return [];
      return [
        {
          finding: mark.finding,
          sure,
          within: withinOf(moved, shown.mask, near),
          leftWithin: withinOf(mark, shown.mask, near),
          errorMm: errorMm(moved, shown, sector),
          leftErrorMm: errorMm(mark, shown, sector),
          image: `${seed}/${away}`,
        },
      ];
    });
  });
}

type Near = (finding: MarkableFinding) => Uint8Array;

/** The pixels within the tolerance of each finding, made when they are asked for. */
function nearOf(mask: Mask): Near {
  const known = new Map<MarkableFinding, Uint8Array>();
  return (finding) => {
    const radiusPx = TOLERANCE_MM[finding] / mask.sector.mmPerPx;
    const made = known.get(finding) ?? setGrow(classSet(mask, finding), mask.width, mask.height, radiusPx);
    known.set(finding, made);
    return made;
  };
}

function withinOf(mark: Exclude<Mark, { kind: 'eraser' }>, { sector }: Mask, near: Near): number {
  const drawn = classSet(marksRasterise([mark], sector, MASK_SIZE), mark.finding);
  const right = near(mark.finding);
  let all = 0;
  let within = 0;
  drawn.forEach((value, at) => {
    all += value;
    within += value * right[at]!;
  });
  return all === 0 ? 0 : within / all;
}

/** How far a line or a beam is from the nearest true one: along the scan lines, or where it begins. */
function errorMm(mark: Mark, { marks }: Shown, sector: Sector): number | null {
  const distances = marks.flatMap((one): readonly number[] => {
    if (mark.kind === 'beam' && one.kind === 'beam') {
      const [at, other] = [markMiddle(mark, sector), markMiddle(one, sector)];
      return [Math.hypot(arcMm(sector, other.lateral - at.lateral, at.depthMm), other.depthMm - at.depthMm)];
    }
    if (mark.kind !== 'line' || one.kind !== 'line' || one.finding !== mark.finding) return [];
    const off = mark.points.flatMap((point) => {
      const { lateral, depthMm } = beamFromMm(sector, point);
      const there = lineDepthAt(one.points, lateral, sector);
      return there === null ? [] : [Math.abs(there - depthMm)];
    });
    return off.length === 0 ? [] : [off.reduce((sum, one) => sum + one, 0) / off.length];
  });
  const nearest = Math.min(...distances, Number.POSITIVE_INFINITY);
  return nearest > NEAR_MM ? null : nearest;
}

async function carry(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      exams: { type: 'string', default: '40' },
      images: { type: 'string', default: '30' },
      set: { type: 'string', default: 'dev' },
      first: { type: 'string', default: '0' },
    },
  });
  const exams = integerRead(values.exams, 'exams', 1, 1000);
  const images = integerRead(values.images, 'images', 1, 300);
  const first = integerRead(values.first, 'first', 0, 1000);
  const set = TEST_SETS[choiceRead(values.set, 'set', ['dev', 'v2'] as const)];
  const all: Carried[] = [];
  for (let i = first; i < first + exams; i++) {
    const seed = set.seedFirst + i;
    const phantom = phantomOpen({ seed, split: set.split, edition: set.edition });
    all.push(...examCarry(phantom, seed, images));
  }
  console.log(
    `${exams} exams of ${set.name}, ${images} images each; ${Math.round(followedMs / exams / images)} ms of the processor an image`,
  );
  console.log(
    'finding              marks   within tolerance %: carried   left   error mm, median and p90: carried   left',
  );
  for (const finding of MARKABLE_FINDINGS) {
    const own = all.filter((one) => one.finding === finding);
    if (own.length === 0) continue;
    const mean = (of: (one: Carried) => number): string =>
      percent(
        own.reduce((sum, one) => sum + of(one), 0),
        own.length,
      );
    const errors = (of: (one: Carried) => number | null): string => {
      const known = own.flatMap((one) => of(one) ?? []);
      return `${mm(known, 0.5)} ${mm(known, 0.9)}`;
    };
    console.log(
      `${finding.padEnd(20)} ${String(own.length).padStart(5)}   ${mean((one) => one.within)} ${mean((one) => one.leftWithin)}   ${errors((one) => one.errorMm)}   ${errors((one) => one.leftErrorMm)}`,
    );
  }
  console.log(
    'limit   images to be checked %   of those: with a mark off %   of the others: marks off %   by class',
  );
  const byImage = new Map<string, Carried[]>();
  for (const one of all) byImage.set(one.image, [...(byImage.get(one.image) ?? []), one]);
  for (const limit of LIMITS) {
    const kept: Carried[] = [];
    let checked = 0;
    let wrong = 0;
    for (const list of byImage.values()) {
      if (list.every(({ sure }) => sure >= limit)) kept.push(...list);
      else {
        checked++;
        if (list.some(isOff)) wrong++;
      }
    }
    const classes = MARKABLE_FINDINGS.map((finding) => {
      const own = kept.filter((one) => one.finding === finding);
      return `${finding} ${percent(own.filter(isOff).length, own.length).trim()}`;
    });
    console.log(
      `${limit}   ${percent(checked, byImage.size)}   ${percent(wrong, checked)}   ${percent(kept.filter(isOff).length, kept.length)}   ${classes.join(', ')}`,
    );
  }
}

function isOff({ within }: Carried): boolean {
  return within < OFF_SHARE;
}

function mm(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return (value?.toFixed(2) ?? '-').padStart(8);
}

function percent(part: number, of: number): string {
  return (of === 0 ? '-' : ((100 * part) / of).toFixed(1)).padStart(6);
}

await commandStart(() => carry(process.argv.slice(2)));
