import type { MarkableFinding } from '../findings/finding.ts';
import { setGrow } from '../frame/distance.ts';
import type { Frame, Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { beamRasterOf } from '../geometry/beam-raster.ts';
import type { Instance } from '../grading/instances.ts';
import { pixelsSet } from '../grading/key/pixels.ts';
import { pow } from '../numbers/portable-math.ts';
import type { MeasuredDifficulty } from './measured-difficulty.ts';

/** Surroundings begin beyond this, since labels end where an echo is still fading, and reach so far, mm. */
const EDGE_MM = 1;
const AROUND_MM = 5;

/** How the display turns loudness into grey. */
export interface GreyScale {
  /** From black to white, dB. */
  readonly rangeDb: number;
  /** Exponent of the grey map. */
  readonly gamma: number;
}

/** An image with its truth, and what of it is asked for. */
export interface DifficultyRequest {
  readonly frame: Frame;
  /** The labels, on the frame's raster. */
  readonly mask: Mask;
  readonly scale: GreyScale;
  readonly finding: MarkableFinding;
  /** Those of the finding that have to be found; none on an image without. */
  readonly asked: readonly Instance[];
  /** Things in view that can be taken for it. */
  readonly distractors: number;
  /** How far below the level of muscle at the skin the display is black, dB: more gain shows fainter echoes. */
  readonly gainDb: number;
  readonly look: MeasuredDifficulty['look'];
}

/**
 * How hard it is to find something in an image.
 *
 * Grey is turned back into loudness, dB over the display's black = rangeDb (grey / 255)^(1 / gamma); what is black or white counts
 * as just that. The contrast of one finding is the mean loudness of its pixels less that of the unlabelled ones from
 * EDGE_MM to AROUND_MM from it; fluid is darker than what lies around it, so the other way round. Its size is its area divided by
 * the longer of its two sides, along and across the scan lines, mm: the mean width of a B-line, the thickness of a line.
 *
 * An answer is right when half of the findings asked for are found. So both are those of the least clear one that a
 * right answer needs: of n, ordered from the most contrast to the least, the ceil(n / 2)-th. Both are 0 where nothing is there to
 * be found.
 */
export function difficultyMeasure(request: DifficultyRequest): MeasuredDifficulty {
  const { frame, asked, distractors, gainDb, look } = request;
  const measured = asked
    .map((one) => ({ contrastDb: contrastOf(request, one), sizeMm: smallerSideMm(one, frame) }))
    .sort((a, b) => b.contrastDb - a.contrastDb);
  const needed = measured[Math.ceil(measured.length / 2) - 1] ?? { contrastDb: 0, sizeMm: 0 };
  return { ...needed, distractors, gainDb, depthMm: frame.sector.depthMm, look };
}

function contrastOf({ frame, mask, scale, finding }: DifficultyRequest, { pixels }: Instance): number {
  const { width, height, grey, sector } = frame;
  const { lateral, depthMm } = beamRasterOf(sector, width, height);
  const own = pixelsSet([pixels], width * height);
  const edge = setGrow(own, width, height, EDGE_MM / sector.mmPerPx);
  const around = setGrow(own, width, height, AROUND_MM / sector.mmPerPx);
  const loudness = (isIn: (at: number) => boolean): number => {
    let sum = 0;
    let count = 0;
    for (let at = 0; at < grey.length; at++) {
      if (!isIn(at)) continue;
      sum += scale.rangeDb * pow(grey[at]! / 255, 1 / scale.gamma);
      count += 1;
    }
    return count === 0 ? 0 : sum / count;
  };
  const isImage = (at: number): boolean =>
    Math.abs(lateral[at]!) <= 1 && depthMm[at]! >= 0 && depthMm[at]! <= sector.depthMm;
  const above =
    loudness((at) => own[at] === 1) -
    loudness((at) => around[at] === 1 && edge[at] === 0 && mask.classes[at] === 0 && isImage(at));
  return finding === 'pleural_effusion' ? -above : above;
}

/** The smaller side of the largest of some findings, mm; 0 without any. */
export function sizeLargestMm(findings: readonly Instance[], frame: Frame): number {
  return findings.reduce((most, one) => Math.max(most, smallerSideMm(one, frame)), 0);
}

function smallerSideMm(one: Instance, { sector }: Frame): number {
  const downMm = one.depthToMm - one.depthFromMm + sector.mmPerPx;
  const acrossMm = arcMm(sector, one.lateralTo - one.lateralFrom, one.mean.depthMm) + sector.mmPerPx;
  return one.areaMm2 / Math.max(downMm, acrossMm);
}
