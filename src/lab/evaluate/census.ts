import { tableOf } from '../../cli/shared/markdown-table.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { classComponents } from '../../domain/frame/components.ts';
import type { Mask, Truth } from '../../domain/frame/frame.ts';
import type { BLine, Exam } from '../../simulator/exam/exam.ts';
import { say } from '../../ui/words/say.ts';

/** The findings of one frame of a test set. */
export interface FrameCensus {
  /** Findings of at least a speck. */
  readonly findings: readonly MarkableFinding[];
  readonly ribs: number;
  /** B-lines that end in the upper nine tenths of the image. */
  readonly hasShortBLine: boolean;
}

/** B-lines that reach less deep than this share of the image are partial ones. */
const PARTIAL_SHARE = 0.9;

export function frameCensus(truth: Truth, mask: Mask): FrameCensus {
  const limitMm = PARTIAL_SHARE * mask.sector.depthMm;
  return {
    findings: MARKABLE_FINDINGS.filter((finding) => classComponents(mask, finding).length > 0),
    ribs: truth.ribs.length,
    hasShortBLine: truth.bLines.some(({ endDepthMm }) => endDepthMm < limitMm),
  };
}

/** A line of the census: what an exam may hold, and whether it does. */
interface ExamFeature {
  readonly name: string;
  readonly holds: (exam: Exam) => boolean;
}

/** No lung at all: its edge lies far outside what is seen. */
const FAR_MM = 500;

const tailOf = ({ lung }: Exam, holds: (tail: BLine) => boolean): boolean =>
  lung.bLines.some((line) => line.kind === 'comet_tail' && holds(line));
const bLineOf = ({ lung }: Exam, holds: (line: BLine) => boolean): boolean =>
  lung.bLines.some((line) => line.kind === 'b_line' && holds(line));
const organOf = ({ lung: { organ } }: Exam, kind: string): boolean =>
  organ !== null && organ.kind === kind && Math.abs(organ.edgeMm) < FAR_MM;
const inclusionOf = ({ lung }: Exam, kind: string): boolean =>
  lung.layer?.kind === kind && lung.streaks.some(({ isInLayer }) => isInLayer);

/** Features of clinical images besides findings, as an exam of the varied edition is drawn with them. */
export const EXAM_FEATURES: readonly ExamFeature[] = [
  { name: 'linear probe', holds: ({ probe }) => probe.kind === 'linear' },
  { name: 'dark (median grey under 12)', holds: ({ scanner }) => scanner.medianGrey < 12 },
  { name: 'gain too high (median grey over 50)', holds: ({ scanner }) => scanner.medianGrey > 50 },
  { name: 'grainy (one look)', holds: ({ scanner }) => scanner.looks === 1 },
  { name: 'poor contact at a side (10 dB)', holds: ({ scanner }) => Math.max(...scanner.contactLossDb) > 10 },
  {
    name: 'cropped',
    holds: ({ scanner: { crop } }) => crop.top + crop.left + crop.right > 0,
  },
  { name: 'cropped near field', holds: ({ scanner: { crop } }) => crop.top > 0 },
  { name: 'prints over the image', holds: ({ scanner }) => scanner.prints.length > 0 },
  { name: 'flanks', holds: ({ wall }) => wall.flanks.length > 0 },
  { name: 'no ribs', holds: ({ wall }) => wall.ribs.length === 0 },
  { name: 'steep pleura (1 in 6)', holds: ({ wall }) => Math.abs(wall.slope) > 1 / 6 },
  { name: 'shallow pleura (under 16 mm)', holds: ({ wall }) => wall.pleuralDepthMm < 16 },
  { name: 'thick pleura (tail over 1 mm)', holds: ({ lung }) => lung.pleuraTailMm > 1 },
  { name: 'no sliding', holds: ({ lung }) => !lung.sliding },
  { name: 'mirrored wall (over -14 dB)', holds: ({ lung }) => lung.mirrorDb > -14 },
  { name: 'E-lines', holds: ({ lung }) => lung.eLines.length > 0 },
  { name: 'comet tails', holds: (exam) => tailOf(exam, ({ lossDbMm }) => lossDbMm >= 0.8) },
  { name: 'Z-lines', holds: (exam) => tailOf(exam, ({ lossDbMm }) => lossDbMm < 0.8) },
  { name: 'B-lines that stop short', holds: (exam) => bLineOf(exam, ({ end }) => end < 1) },
  { name: 'B-lines with bands (over 2 dB)', holds: (exam) => bLineOf(exam, ({ bandDb }) => bandDb > 2) },
  { name: 'white lung', holds: (exam) => bLineOf(exam, ({ halfWidthMm }) => halfWidthMm >= 14) },
  { name: 'liver or spleen beside the lung', holds: (exam) => organOf(exam, 'liver') },
  { name: 'heart beside the lung', holds: (exam) => organOf(exam, 'heart') },
  { name: 'muscle beside the lung', holds: (exam) => organOf(exam, 'muscle') },
  { name: 'no lung', holds: ({ lung: { organ } }) => organ !== null && Math.abs(organ.edgeMm) >= FAR_MM },
  { name: 'air in a consolidation', holds: (exam) => inclusionOf(exam, 'consolidation') },
  { name: 'strands in an effusion', holds: (exam) => inclusionOf(exam, 'pleural_effusion') },
  { name: 'sinusoid motion (over 10 %)', holds: ({ lung }) => (lung.layer?.swing ?? 0) > 0.1 },
];

/** How many of the exams hold each feature, in the order of EXAM_FEATURES. */
export function examsCount(exams: readonly Exam[]): readonly (readonly [name: string, count: number])[] {
  return EXAM_FEATURES.map(({ name, holds }) => [name, exams.filter(holds).length]);
}

/** How many of the frames show each finding, and ribs and short B-lines. */
export function framesCount(
  frames: readonly FrameCensus[],
): readonly (readonly [name: string, count: number])[] {
  const count = (holds: (frame: FrameCensus) => boolean): number => frames.filter(holds).length;
  return [
    ...MARKABLE_FINDINGS.map(
      (finding) =>
        [say(`findings.${finding}.label`), count(({ findings }) => findings.includes(finding))] as const,
    ),
    ['nothing at all', count(({ findings }) => findings.length === 0)],
    ['one rib', count(({ ribs }) => ribs === 1)],
    ['two ribs', count(({ ribs }) => ribs === 2)],
    ['three ribs or more', count(({ ribs }) => ribs > 2)],
    ['a B-line that stops short', count(({ hasShortBLine }) => hasShortBLine)],
  ];
}

export function censusTable(exams: readonly Exam[], frames: readonly FrameCensus[]): string {
  const rows = (counts: readonly (readonly [string, number])[], all: number): readonly string[][] =>
    counts.map(([name, count]) => [name, `${count}`, `${((100 * count) / all).toFixed(1)} %`]);
  return [
    tableOf([['Drawn with', 'Exams', 'Share'], ...rows(examsCount(exams), exams.length)]),
    tableOf([['Shown', 'Frames', 'Share'], ...rows(framesCount(frames), frames.length)]),
  ].join('\n\n');
}
