import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { SPECK_MM2 } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { maskCounts } from '../frame/mask.ts';
import type { Mark } from '../marks/mark.ts';
import { blasMeasure } from './blas.ts';
import { classScore } from './class-score.ts';
import { countGrade } from './count.ts';
import { linesMatch } from './count-lines.ts';
import { type ClassCredit, type ClassLayer, creditMeasure, VERDICT } from './credit.ts';
import { GradingError } from './errors.ts';
import type { ClassGrade, CountGrade, Grade, Key } from './grade.ts';
import type { GradedClass } from './graded-class.ts';
import { instanceIsCounted, instancesFind } from './instances.ts';
import { gradeIsJudged } from './judged.ts';
import { findingsDrawn } from './key/expert-drawing.ts';
import { classUnasked, layerOf } from './layers.ts';
import { marksReadAs } from './marks-read-as.ts';
import { overlapStrict } from './overlap.ts';
import { findingIsCounted, SIBLING, TOLERANCE_MM } from './tolerance.ts';

export interface GradeRequest {
  /** The marks, rasterised. */
  readonly marks: Mask;
  /** On the same raster. */
  readonly key: Key;
  readonly classes: readonly GradedClass[];
  /** The marks as they were drawn, where lines are to be told apart by their strokes, as those of an expert's key are. */
  readonly drawn?: readonly Mark[];
}

/**
 * Grades marks by a key.
 *
 * Score of a class, 0-100: overlap with the tolerance, blended with the count for A-lines and B-lines (see
 * class-score.ts). What has to be marked is the core of the findings that are asked for where the class is asked for
 * (see `GradedClass.where`); what may be marked is every finding but neutral ones, on which marks count for nothing. A
 * B-line mark on a confluence and the reverse count half (see credit.ts), or in full where experts may say either (see
 * marks-read-as.ts). Marks of a class the key has not score 0 for it.
 *
 * Total: the weighted mean over the classes that are in the key or marked; a class in neither (less than a speck of
 * SPECK_MM2 on either side) is a correct absence, worth 100 and left out of the mean, so that it does not
 * dilute. 100 when all classes are correct absences; 0 when the key can be trusted for none.
 *
 * @throws GradingError `raster` when marks and key do not have the same size.
 */
export function gradeMarks(request: GradeRequest): Grade {
  const { key, classes: asked } = request;
  if (request.marks.width !== key.mask.width || request.marks.height !== key.mask.height) {
    throw new GradingError('raster', { code: 'marksOfOtherSize' });
  }
  const marks = marksReadAs(request.marks, key, asked);
  const painter = painterCreate(key.mask);
  const layers = layersCreate(marks, request);
  const isAbsent = absenceOf(marks, key);
  const classes = asked.map((one) =>
    isAbsent(one.finding) ? absenceGrade(key, one) : classGrade({ ...request, marks }, one, layers, painter),
  );
  return {
    score: totalScore(classes, asked),
    classes,
    blas: shareIsMarked(key, asked)
      ? { marked: blasMeasure(marksInSpace(marks, key.mask)), key: blasMeasure(key.mask) }
      : null,
    isJudged: gradeIsJudged(marks, key, asked),
    hit: painter.hit,
    miss: painter.miss,
    extra: painter.extra,
    neutral: painter.neutral,
    unsure: unsurePaint(key, asked),
  };
}

/** Whether marks tell how much B-lines fill: all that fills anything here was asked for. */
function shareIsMarked(key: Key, asked: readonly GradedClass[]): boolean {
  const isAsked = (one: MarkableFinding): boolean => asked.some(({ finding }) => finding === one);
  const filling = MARKABLE_FINDINGS.filter((finding) => SIBLING[finding] !== undefined);
  return (
    filling.some(isAsked) &&
    filling.every((finding) => isAsked(finding) || !key.mask.classes.includes(FINDING_INDEX[finding]))
  );
}

/** Gives the layer of a class, each made once and with the class's own tolerance. */
type Layers = (finding: MarkableFinding) => ClassLayer;

function layersCreate(marks: Mask, { key, classes }: GradeRequest): Layers {
  const made = new Map<MarkableFinding, ClassLayer>();
  return (finding) => {
    const known = made.get(finding);
    if (known !== undefined) return known;
    const layer = layerOf(
      marks,
      key,
      classes.find((item) => item.finding === finding) ?? classUnasked(finding),
    );
    made.set(finding, layer);
    return layer;
  };
}

/** Says of a class whether neither marks nor key have a pixel of it or of its sibling. */
function absenceOf(marks: Mask, key: Key): (finding: MarkableFinding) => boolean {
  const marked = maskCounts(marks);
  const isIn = (finding: MarkableFinding): boolean =>
    marked[FINDING_INDEX[finding]]! > 0 || key.findings.some((one) => one.finding === finding);
  return (finding) => {
    const sibling = SIBLING[finding];
    return !isIn(finding) && (sibling === undefined || !isIn(sibling));
  };
}

/** By whose word a class is graded. */
function saidBy(key: Key, finding: MarkableFinding): Pick<ClassGrade, 'provenance' | 'adapted'> {
  const provenance = key.byClass[finding] ?? key.provenance;
  return provenance === 'network' && key.adapted !== undefined
    ? { provenance, adapted: key.adapted }
    : { provenance };
}

/** The grade of a class that `absenceOf` says is absent: what `classGrade` would find, without searching. */
function absenceGrade(key: Key, { finding, toleranceMm }: GradedClass): ClassGrade {
  return {
    finding,
    status: 'correct_absence',
    score: 100,
    precision: null,
    recall: null,
    overlap: 1,
    dice: 1,
    iou: 1,
    toleranceMm: toleranceMm ?? TOLERANCE_MM[finding],
    count: findingIsCounted(finding) ? { marked: 0, expected: 0, matched: 0 } : null,
    ...saidBy(key, finding),
  };
}

function classGrade(request: GradeRequest, asked: GradedClass, layers: Layers, painter: Painter): ClassGrade {
  const { key } = request;
  const { finding } = asked;
  const sibling = SIBLING[finding];
  const own = layers(finding);
  const other = sibling === undefined ? null : layers(sibling);
  const credit = creditMeasure(own, other);
  const measures = {
    finding,
    precision: credit.precision,
    recall: credit.recall,
    overlap: creditOverlap(credit),
    ...overlapStrict(own.marks, own.key),
    toleranceMm: asked.toleranceMm ?? TOLERANCE_MM[finding],
    count: countOf(request, asked, own, other),
    ...saidBy(key, finding),
  };
  painter.paint(finding, credit);
  const speck = SPECK_MM2 / key.mask.sector.mmPerPx ** 2;
  if (credit.marked < speck && credit.expected < speck) {
    const isUnsure = key.findings.some((one) => one.finding === finding && one.reason === 'unsure');
    const isNeutral = credit.neutral >= speck || isUnsure;
    return isNeutral
      ? { ...measures, status: 'not_scored', score: 0 }
      : { ...measures, status: 'correct_absence', score: 100 };
  }
  return { ...measures, status: 'scored', score: 100 * classScore(measures.overlap, measures.count) };
}

/** Harmonic mean of precision and recall; where nothing has to be marked, the precision. */
function creditOverlap({ precision, recall }: ClassCredit): number {
  if (recall === null) return precision ?? 1;
  return precision === null || precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function countOf(
  { marks, key, drawn }: GradeRequest,
  asked: GradedClass,
  own: ClassLayer,
  other: ClassLayer | null,
): CountGrade | null {
  const { finding } = asked;
  if (!findingIsCounted(finding)) return null;
  const elsewhere = (at: number): boolean =>
    own.nearKey[at] === 0 && (own.nearNeutral[at] === 1 || (other !== null && other.nearKey[at] === 1));
  const speck = SPECK_MM2 / marks.sector.mmPerPx ** 2;
  // As the key of experts was read, so that who draws the same has as many.
  const lines =
    drawn === undefined
      ? instancesFind(marks, finding)
      : findingsDrawn(drawn, finding, marks).filter(({ pixels }) => pixels.length >= speck);
  const counted = lines.filter(instanceIsCounted);
  return countGrade(linesMatch(counted, key, { ...asked, finding }, elsewhere), key.mask);
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

/**
 * The marks with the key's pleural line and its ribs, each where none was marked: B-lines alone do not say how wide the
 * space between the ribs is.
 */
function marksInSpace(marks: Mask, key: Mask): Mask {
  const bounds = [FINDING_INDEX.pleural_line, FINDING_INDEX.rib].filter(
    (value) => !marks.classes.includes(value),
  );
  const classes = marks.classes.slice();
  for (const value of bounds) {
    for (let at = key.classes.indexOf(value); at >= 0; at = key.classes.indexOf(value, at + 1)) {
      if (classes[at] === 0) classes[at] = value;
    }
  }
  return { ...marks, classes };
}

/** The findings of the asked classes that the network is unsure of. */
function unsurePaint(key: Key, asked: readonly GradedClass[]): Mask {
  const classes = new Uint8Array(key.mask.classes.length);
  for (const { finding, reason, pixels } of key.findings) {
    if (reason !== 'unsure' || !asked.some((one) => one.finding === finding)) continue;
    for (const at of pixels) classes[at] = FINDING_INDEX[finding];
  }
  return { ...key.mask, classes };
}

interface Painter {
  readonly hit: Mask;
  readonly miss: Mask;
  readonly extra: Mask;
  readonly neutral: Mask;
  paint(finding: MarkableFinding, credit: ClassCredit): void;
}

function painterCreate(like: Mask): Painter {
  const blank = (): Mask => ({ ...like, classes: new Uint8Array(like.classes.length) });
  const hit = blank();
  const miss = blank();
  const extra = blank();
  const neutral = blank();
  const layers = new Map<number, Mask>([
    [VERDICT.hit, hit],
    [VERDICT.miss, miss],
    [VERDICT.extra, extra],
    [VERDICT.neutral, neutral],
  ]);
  return {
    hit,
    miss,
    extra,
    neutral,
    paint(finding, credit) {
      const value = FINDING_INDEX[finding];
      const { verdicts } = credit;
      for (let at = 0; at < verdicts.length; at++) {
        const layer = layers.get(verdicts[at]!);
        if (layer !== undefined) layer.classes[at] = value;
      }
    },
  };
}
