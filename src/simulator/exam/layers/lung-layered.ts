import type { ImageLayers } from '../../../domain/scan/image-layers.ts';
import type { ELine } from '../../acoustics/scene.ts';
import { mainWindow } from '../draw/view.ts';
import type { BLine, Exam, Lung } from '../exam.ts';
import { fillingLayer, fillingStreaks } from './filling-layer.ts';
import { organLayer } from './organ-layer.ts';

/** Nothing of it is left, dB. */
const SILENT_DB = -300;
/** Loss at each reverberation beyond the drawn one where hardly any is left, dB. */
const DAMPED_DB = 30;

const B_LINE: BLine = {
  kind: 'b_line',
  xMm: 0,
  halfWidthMm: 0.9,
  flatness: 2,
  levelDb: 4,
  lossDbMm: 0.012,
  tiltRad: 0,
  end: 1.05,
  endFade: 14,
  bandMm: 5,
  bandDb: 1,
  hasUnevenBands: true,
};

/** Neighbouring B-lines are never equally loud, dB. */
const UNEVEN_DB = [0, 1.1, -0.8, 0.6, -1.1, 0.3] as const;

const GAP_MM = 9;

/** How much of the window between two ribs B-lines take at most. */
const WINDOW_SHARE = 0.8;

interface Window {
  readonly middleMm: number;
  readonly widthMm: number;
}

function bLinesLayer(
  { middleMm, widthMm }: Window,
  { bLines = 0, bLineGapMm = GAP_MM, bLineDb = 0 }: ImageLayers,
): BLine[] {
  const gap = bLines < 2 ? 0 : Math.min(bLineGapMm, (WINDOW_SHARE * widthMm) / (bLines - 1));
  return Array.from({ length: bLines }, (_, i) => ({
    ...B_LINE,
    xMm: middleMm + (i - (bLines - 1) / 2) * gap,
    levelDb: B_LINE.levelDb + bLineDb + UNEVEN_DB[i % UNEVEN_DB.length]!,
  }));
}

/** Between the middle of the window and its right end. */
function cometTail({ middleMm, widthMm }: Window): BLine {
  return {
    ...B_LINE,
    kind: 'comet_tail',
    xMm: middleMm + 0.22 * widthMm,
    halfWidthMm: 0.8,
    levelDb: 8,
    lossDbMm: 0.8,
  };
}

/** It stays with the chest wall as gas in it does, but is faint and hides nothing. */
function zLine({ wall }: Exam, { middleMm, widthMm }: Window): ELine {
  return {
    xMm: middleMm + 0.12 * widthMm,
    fromMm: wall.pleuralDepthMm + 7,
    halfWidthMm: 1.3,
    levelDb: -7,
    lossDbMm: 0.14,
  };
}

/** Gas under the skin, left of the middle of the window. */
function eLine({ wall }: Exam, { middleMm, widthMm }: Window): ELine {
  return {
    xMm: middleMm - 0.1 * widthMm,
    fromMm: wall.skinMm + 0.6 * wall.fatMm,
    halfWidthMm: 1.1,
    levelDb: 9,
    lossDbMm: 0.02,
  };
}

function ringsLayered(exam: Exam, window: Window, layers: ImageLayers): readonly BLine[] {
  const drawn = exam.lung.bLines;
  const of = (kind: BLine['kind']): readonly BLine[] => drawn.filter((line) => line.kind === kind);
  const added = layers.bLineDb ?? 0;
  const bLines =
    layers.bLines === undefined
      ? of('b_line').map((line) => ({ ...line, levelDb: line.levelDb + added }))
      : bLinesLayer(window, layers);
  const tails =
    layers.cometTail === undefined ? of('comet_tail') : layers.cometTail ? [cometTail(window)] : [];
  return [...bLines, ...tails];
}

/** Stripes that stay with the chest wall; those that were drawn are left out once one is asked for or refused. */
function eLinesLayered(exam: Exam, window: Window, layers: ImageLayers): readonly ELine[] {
  if (layers.eLine === undefined && layers.zLine === undefined) return exam.lung.eLines;
  return [...(layers.eLine ? [eLine(exam, window)] : []), ...(layers.zLine ? [zLine(exam, window)] : [])];
}

function reverberationLossDb(drawnDb: number, share: number): number {
  return share <= 0 ? -SILENT_DB : drawnDb + DAMPED_DB * (1 - share);
}

export function lungLayered(exam: Exam, layers: ImageLayers): Lung {
  const { lung, wall, probe } = exam;
  const { fromMm, toMm } = mainWindow(wall, probe);
  const window = { middleMm: (fromMm + toMm) / 2, widthMm: toMm - fromMm };
  const { pleura = true, reverberation = 1, sliding = lung.sliding, filling, fillingMm } = layers;
  const layer = filling === undefined ? lung.layer : fillingLayer(filling, window, fillingMm);
  return {
    ...lung,
    sliding,
    ...(pleura ? {} : { pleuraDb: SILENT_DB, mirrorDb: SILENT_DB }),
    aLineLossDb: reverberationLossDb(lung.aLineLossDb, reverberation),
    bLines: ringsLayered(exam, window, layers),
    eLines: eLinesLayered(exam, window, layers),
    layer:
      filling === undefined && layer && fillingMm !== undefined
        ? { ...layer, thicknessMm: fillingMm }
        : layer,
    streaks:
      filling === undefined || filling === 'none'
        ? lung.streaks.filter((streak) => layer !== null || !streak.isInLayer)
        : fillingStreaks(layer),
    organ: layers.organ === undefined ? lung.organ : organLayer(layers.organ, exam),
  };
}
