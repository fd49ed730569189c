import { clusterInterval, type Interval } from '../../cli/shared/bootstrap.ts';
import { countHeld, HELD_SHARE } from '../../domain/analysis/clip-count.ts';
import { type ClipReadout, READOUT_ASPECTS, readoutOf } from '../../domain/analysis/clip-readout.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { CLIP_READOUTS } from '../../network/clip-readouts.ts';
import type { ClipEntry, ClipProblem } from './clip-index.ts';
import type { ClipReading } from './clip-read.ts';
import { type AlarmFigures, falseAlarms } from './false-alarms.ts';
import { rankCorrelation, rocArea } from './ranks.ts';

/** One recording with what experts and network say of it. */
export interface ReadClip {
  readonly entry: ClipEntry;
  readonly reading: ClipReading;
}

/** What a recording says as a whole. */
export function readoutOfClip({ terms }: ClipReading): ClipReadout {
  return Object.fromEntries(
    READOUT_ASPECTS.map((aspect) => [aspect, readoutOf(CLIP_READOUTS[aspect], terms)]),
  ) as unknown as ClipReadout;
}

/** The separate B-lines of a recording, as the library counts those of a clip. */
export function countOfClip({ spaceLines }: ClipReading): number {
  return countHeld(spaceLines, HELD_SHARE);
}

/** Whether a tenth of a recording's images show merged B-lines. */
function isMerged({ shown }: ClipReading): boolean {
  return (
    countHeld(
      shown.map((findings) => Number(findings.includes('b_line_confluence'))),
      HELD_SHARE,
    ) > 0
  );
}

/** An area under the ROC curve with its 95 % interval by patient, and how many recordings it rests on. */
export interface AreaFigure {
  readonly area: number | null;
  readonly interval: Interval | null;
  readonly positives: number;
  readonly negatives: number;
}

export interface ClipFigures {
  readonly videos: number;
  readonly pictures: number;
  readonly images: number;
  readonly bLines: AreaFigure;
  readonly aLines: AreaFigure;
  /** Spearman's rho of the recordings' B-line artefact score with the severity, over the videos that have one. */
  readonly rhoBlasSeverity: number | null;
  /** How well the count of separate B-lines tells "B-lines seen", and its Spearman's rho with the severity. */
  readonly countBLines: AreaFigure;
  readonly rhoCountSeverity: number | null;
  /** Of the videos in which experts saw B-lines: how many have a count, and how many merged B-lines and no count. */
  readonly countSeen: { readonly videos: number; readonly counted: number; readonly mergedAlone: number };
  readonly graded: number;
  /** Recordings whose sector is of the kind that the index states, and those where it states one. */
  readonly sectors: { readonly right: number; readonly stated: number };
  /** Share of the images of lung with a pleural line. */
  readonly pleuraFound: number | null;
  readonly temporalDice: number | null;
  readonly pairs: number;
  /** Images of no lung, and those among them where a finding of the lung is shown. */
  readonly noLung: { readonly images: number; readonly alarms: number };
  readonly alarms: AlarmFigures;
  readonly overlaps: { readonly pleural_line: number | null; readonly a_line: number | null };
  readonly overlapImages: number;
}

export function clipFigures(clips: readonly ReadClip[]): ClipFigures {
  const videos = clips.filter(({ entry }) => entry.kind === 'video');
  const lung = clips.filter(({ entry }) => entry.labels.lung);
  const noLung = clips.filter(({ entry }) => !entry.labels.lung);
  const graded = videos.flatMap(({ entry, reading }) =>
    entry.labels.severity === null ? [] : [{ reading, severity: entry.labels.severity }],
  );
  const rhoOf = (scoreOf: (reading: ClipReading) => number): number | null =>
    rankCorrelation(graded.map(({ reading, severity }) => [scoreOf(reading), severity]));
  const seen = videos.filter(({ entry }) => entry.labels.bLines === true);
  const stated = clips.filter(({ entry }) => entry.probe !== null);
  const dices = clips.flatMap(({ reading }) => reading.temporalDice);
  const drawn = clips.filter(({ entry }) => entry.mask !== null);
  const overlap = (finding: MarkableFinding): number | null =>
    meanOrNull(drawn.flatMap(({ reading }) => reading.overlaps[finding] ?? []));
  return {
    videos: videos.length,
    pictures: clips.length - videos.length,
    images: imagesOf(clips),
    bLines: areaFigure(videos, 'bLines', (reading) => readoutOfClip(reading).bLines),
    aLines: areaFigure(videos, 'aLines', (reading) => readoutOfClip(reading).aLines),
    rhoBlasSeverity: rhoOf((reading) => readoutOfClip(reading).blas),
    countBLines: areaFigure(videos, 'bLines', countOfClip),
    rhoCountSeverity: rhoOf(countOfClip),
    countSeen: {
      videos: seen.length,
      counted: seen.filter(({ reading }) => countOfClip(reading) > 0).length,
      mergedAlone: seen.filter(({ reading }) => countOfClip(reading) === 0 && isMerged(reading)).length,
    },
    graded: graded.length,
    sectors: {
      right: stated.filter(({ entry, reading }) => entry.probe === reading.sectorKind).length,
      stated: stated.length,
    },
    pleuraFound: lung.length === 0 ? null : sumOf(lung, (clip) => clip.pleuraImages) / imagesOf(lung),
    temporalDice: meanOrNull(dices),
    pairs: dices.length,
    noLung: { images: imagesOf(noLung), alarms: sumOf(noLung, (clip) => clip.alarmImages) },
    alarms: falseAlarms(clips.map(({ entry, reading }) => ({ ...reading, labels: entry.labels }))),
    overlaps: { pleural_line: overlap('pleural_line'), a_line: overlap('a_line') },
    overlapImages: drawn.length,
  };
}

function areaFigure(
  videos: readonly ReadClip[],
  label: 'aLines' | 'bLines',
  scoreOf: (reading: ClipReading) => number,
): AreaFigure {
  const items = videos.flatMap(({ entry, reading }) => {
    const truth = entry.labels[label];
    return truth === null ? [] : [{ truth, score: scoreOf(reading), cluster: entry.cluster }];
  });
  const positives = items.filter(({ truth }) => truth).length;
  return {
    area: rocArea(items),
    interval: clusterInterval(items, ({ cluster }) => cluster, rocArea),
    positives,
    negatives: items.length - positives,
  };
}

function sumOf(clips: readonly ReadClip[], count: (reading: ClipReading) => number): number {
  return clips.reduce((sum, { reading }) => sum + count(reading), 0);
}

function imagesOf(clips: readonly ReadClip[]): number {
  return sumOf(clips, ({ images }) => images);
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The output of `--json`; `unread` are the recordings without figures. */
export function clipFiguresJson(figures: ClipFigures, unread: readonly ClipProblem[]): object {
  return {
    videos: figures.videos,
    auc_b_lines: figures.bLines.area,
    auc_b_lines_ci: figures.bLines.interval,
    auc_a_lines: figures.aLines.area,
    auc_a_lines_ci: figures.aLines.interval,
    rho_blas_severity: figures.rhoBlasSeverity,
    auc_count_b_lines: figures.countBLines.area,
    auc_count_b_lines_ci: figures.countBLines.interval,
    rho_count_severity: figures.rhoCountSeverity,
    count_seen: {
      videos: figures.countSeen.videos,
      counted: figures.countSeen.counted,
      merged_alone: figures.countSeen.mergedAlone,
    },
    pleura_found: figures.pleuraFound,
    temporal_dice: figures.temporalDice,
    false_alarms: figures.alarms,
    frames: figures.overlaps,
    unread,
  };
}
