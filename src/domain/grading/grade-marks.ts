import { FINDING_INDEX, type MarkableFinding } from '../findings/finding.ts';
import { SPECK_MM2 } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { maskCounts } from '../frame/mask.ts';
import { blasMeasure } from './blas.ts';
import { classScore } from './class-score.ts';
import { countGrade, countMatch } from './count.ts';
import { type ClassCredit, type ClassLayer, creditMeasure, layerOf } from './credit.ts';
import { GradingError } from './errors.ts';
import type { ClassGrade, CountGrade, Grade, Key } from './grade.ts';
import { overlapJoin, overlapStrict } from './overlap.ts';
import { findingIsCounted, SIBLING, TOLERANCE_MM } from './tolerance.ts';

/** A class to grade. */
export interface GradedClass {
  readonly finding: MarkableFinding;
  /** Tau in mm; TOLERANCE_MM of the class unless given. */
  readonly toleranceMm?: number | undefined;
  /** Weight in the total, 1 unless given. */
  readonly weight?: number | undefined;
}

export interface GradeRequest {
  /** The marks, rasterised. */
  readonly marks: Mask;
  /** On the same raster. */
  readonly key: Key;
  readonly classes: readonly GradedClass[];
}

/**
 * Grades marks by a key.
 *
 * Score of a class, 0-100: overlap with the tolerance, blended with the count for A-lines and B-lines (see
 * class-score.ts). A B-line mark on a
 * confluence and the reverse count half (see credit.ts). Marks of a class the key has not score 0 for it.
 *
 * Total: the weighted mean over the classes that are in the key or marked; a class in neither (less than a speck of
 * SPECK_MM2 on either side) is a correct absence, worth 100 and left out of the mean, so that it does not
 * dilute. 100 when all classes are correct absences; 0 when the key can be trusted for none.
 *
 * @throws GradingError `raster` when marks and key do not have the same size.
 */
export function gradeMarks(request: GradeRequest): Grade {
  const { marks, key } = request;
  if (marks.width !== key.mask.width || marks.height !== key.mask.height) {
    throw new GradingError(
      'raster',
      "The marks and the key have different sizes: draw the marks on the key's raster.",
    );
  }
  const painter = painterCreate(key.mask);
  const layers = layersCreate(request);
  const isAbsent = absenceOf(marks, key.mask);
  const classes = request.classes.map((asked) =>
    isAbsent(asked.finding) ? absenceGrade(request, asked) : classGrade(request, asked, layers, painter),
  );
  const bLines = request.classes.some(({ finding }) => SIBLING[finding] !== undefined);
  return {
    score: totalScore(classes, request.classes),
    classes,
    blas: bLines
      ? { marked: blasMeasure(marksWithPleura(marks, key.mask)), key: blasMeasure(key.mask) }
      : null,
    hit: painter.hit,
    miss: painter.miss,
    extra: painter.extra,
  };
}

/** Gives the layer of a class, each made once and with the class's own tolerance. */
type Layers = (finding: MarkableFinding) => ClassLayer;

function layersCreate({ marks, key, classes }: GradeRequest): Layers {
  const made = new Map<MarkableFinding, ClassLayer>();
  return (finding) => {
    const known = made.get(finding);
    if (known !== undefined) return known;
    const asked = classes.find((item) => item.finding === finding);
    const layer = layerOf(marks, key.mask, finding, asked?.toleranceMm ?? TOLERANCE_MM[finding]);
    made.set(finding, layer);
    return layer;
  };
}

/** Says of a class whether neither marks nor key have a pixel of it or of its sibling. */
function absenceOf(marks: Mask, key: Mask): (finding: MarkableFinding) => boolean {
  const [marked, expected] = [maskCounts(marks), maskCounts(key)];
  const isIn = (finding: MarkableFinding): boolean =>
    marked[FINDING_INDEX[finding]]! + expected[FINDING_INDEX[finding]]! > 0;
  return (finding) => {
    const sibling = SIBLING[finding];
    return !isIn(finding) && (sibling === undefined || !isIn(sibling));
  };
}

/** The grade of a class that `absenceOf` says is absent: what `classGrade` would find, without searching. */
function absenceGrade({ key }: GradeRequest, { finding, toleranceMm }: GradedClass): ClassGrade {
  const isScored = !key.notScored?.includes(finding);
  return {
    finding,
    status: isScored ? 'correct_absence' : 'not_scored',
    score: isScored ? 100 : 0,
    precision: null,
    recall: null,
    overlap: 1,
    dice: 1,
    iou: 1,
    toleranceMm: toleranceMm ?? TOLERANCE_MM[finding],
    count: findingIsCounted(finding) ? { marked: 0, expected: 0, matched: 0 } : null,
    provenance: key.byClass[finding] ?? key.provenance,
  };
}

function classGrade(request: GradeRequest, asked: GradedClass, layers: Layers, painter: Painter): ClassGrade {
  const { key } = request;
  const { finding } = asked;
  const sibling = SIBLING[finding];
  const own = layers(finding);
  const other = sibling === undefined ? null : layers(sibling);
  const credit = creditMeasure(own, other);
  const provenance = key.byClass[finding] ?? key.provenance;
  const measures = {
    finding,
    precision: credit.precision,
    recall: credit.recall,
    overlap: overlapJoin(credit.precision, credit.recall),
    ...overlapStrict(own.marks, own.key),
    toleranceMm: asked.toleranceMm ?? TOLERANCE_MM[finding],
    count: countOf(request, finding, own, other),
    provenance,
  };
  if (key.notScored?.includes(finding)) return { ...measures, status: 'not_scored', score: 0 };
  const speck = SPECK_MM2 / key.mask.sector.mmPerPx ** 2;
  if (credit.marked < speck && credit.expected < speck) {
    return { ...measures, status: 'correct_absence', score: 100 };
  }
  painter.paint(finding, credit);
  return { ...measures, status: 'scored', score: 100 * classScore(measures.overlap, measures.count) };
}

function countOf(
  request: GradeRequest,
  finding: MarkableFinding,
  own: ClassLayer,
  other: ClassLayer | null,
): CountGrade | null {
  if (!findingIsCounted(finding)) return null;
  const elsewhere = (at: number) => other !== null && other.nearKey[at] === 1 && own.nearKey[at] === 0;
  return countGrade(countMatch(request.marks, request.key.mask, finding, elsewhere));
}

function totalScore(classes: readonly ClassGrade[], asked: readonly GradedClass[]): number {
  let sum = 0;
  let weights = 0;
  classes.forEach((grade, i) => {
    if (grade.status !== 'scored') return;
    const weight = asked[i]!.weight ?? 1;
    sum += weight * grade.score;
    weights += weight;
  });
  if (weights > 0) return sum / weights;
  return classes.some((grade) => grade.status === 'correct_absence') ? 100 : 0;
}

/** The marks with the key's pleural line where none was marked: B-lines alone do not say how wide the space is. */
function marksWithPleura(marks: Mask, key: Mask): Mask {
  const pleura = FINDING_INDEX.pleural_line;
  if (marks.classes.includes(pleura)) return marks;
  const classes = marks.classes.slice();
  for (let at = key.classes.indexOf(pleura); at >= 0; at = key.classes.indexOf(pleura, at + 1)) {
    if (classes[at] === 0) classes[at] = pleura;
  }
  return { ...marks, classes };
}

interface Painter {
  readonly hit: Mask;
  readonly miss: Mask;
  readonly extra: Mask;
  paint(finding: MarkableFinding, credit: ClassCredit): void;
}

function painterCreate(like: Mask): Painter {
  const blank = (): Mask => ({ ...like, classes: new Uint8Array(like.classes.length) });
  const hit = blank();
  const miss = blank();
  const extra = blank();
  const layers = [hit, miss, extra] as const;
  return {
    hit,
    miss,
    extra,
    paint(finding, credit) {
      const value = FINDING_INDEX[finding];
      const { verdicts } = credit;
      for (let at = 0; at < verdicts.length; at++) {
        const verdict = verdicts[at]!;
        if (verdict > 0) layers[verdict - 1]!.classes[at] = value;
      }
    },
  };
}
