import { quantile } from '../../cli/shared/quantile.ts';
import type { Truth } from '../../domain/frame/frame.ts';
import { mmFromBeam, pxFromMm, type Sector, sectorBounds } from '../../domain/geometry/sector.ts';
import { sectorInCrop } from '../../domain/geometry/sector-scale.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { probeSector } from '../../simulator/acoustics/grid.ts';
import type { Probe } from '../../simulator/acoustics/probe.ts';
import { anatomyCreate } from '../../simulator/exam/anatomy.ts';
import type { Exam } from '../../simulator/exam/exam.ts';
import { type Phantom, phantomFrame, phantomImage, phantomOpen } from '../../simulator/exam/phantom.ts';
import { lungCreate } from '../../simulator/exam/tissue.ts';
import { type ClipSample, LATER_S } from './image-measures.ts';

/** A simulated exam as the recorded clips are stored, with what it truly shows. */
export interface ExamSample {
  readonly clip: ClipSample;
  readonly truths: readonly Truth[];
  readonly exam: Exam;
  /** Envelope mean over standard deviation of the lung's scatterers, median over patches. */
  readonly envelopeSnr: number;
}

/** Side of the recorded clips: the scan lines' length fills it, and the sides of a wide fan are cut off. */
const SIDE_PX = 350;

/** Draws some moments of an exam, 5 s apart, cut as the recorded clips are. */
export function examSample(request: PhantomRequest, moments: number): ExamSample {
  const phantom = phantomOpen(request);
  const size = sampleSizePx(phantom.exam.probe);
  const laterBy = Math.max(1, Math.round(phantom.exam.frameRateHz * LATER_S));
  const firsts = Array.from({ length: moments }, (_, part) =>
    Math.round(part * 5 * phantom.exam.frameRateHz),
  );
  const shots = firsts.map((at) => {
    const now = phantomFrame(phantom, at, size);
    const next = phantomImage(phantom, at + 1, size);
    const later = phantomImage(phantom, at + laterBy, size);
    return { now, next, later };
  });
  const { sector } = shots[0]!.now.frame;
  return {
    clip: sampleCut(
      sector,
      size,
      shots.map(({ now, next, later }) => ({ now: now.frame.grey, next: next.grey, later: later.grey })),
    ),
    truths: shots.map(({ now }) => now.truth),
    exam: phantom.exam,
    envelopeSnr: envelopeSnr(phantom),
  };
}

/** Side of the square at which a probe's images are drawn to be cut as recorded clips are. */
export function sampleSizePx(probe: Probe): number {
  const { left, right, top, bottom } = sectorBounds(probeSector(probe));
  return Math.round((SIDE_PX * Math.max(right - left, bottom - top)) / probe.depthMm);
}

/** Moments of one geometry, drawn in squares of `size` pixels, cut as the recorded clips are. */
export function sampleCut(sector: Sector, size: number, moments: ClipSample['moments']): ClipSample {
  const { depthMm } = sector;
  const top = Math.max(0, Math.floor(sector.originPx.y));
  const left = Math.max(0, Math.floor(sector.originPx.x - SIDE_PX / 2));
  const width = Math.min(SIDE_PX, size - left);
  const end = pxFromMm(sector, mmFromBeam(sector, { lateral: 0, depthMm }));
  const height = Math.min(SIDE_PX, size - top, Math.ceil(end.y) - top);
  const cut = (grey: Uint8Array): Uint8Array => cropped(grey, size, left, top, width, height);
  return {
    width,
    height,
    sector: sectorInCrop(sector, left, top, 1),
    moments: moments.map(({ now, next, later }) => ({
      now: cut(now),
      next: cut(next),
      later: later === null ? null : cut(later),
    })),
  };
}

function cropped(
  grey: Uint8Array,
  stride: number,
  left: number,
  top: number,
  width: number,
  height: number,
): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (top + row) * stride + left;
    out.set(grey.subarray(from, from + width), row * width);
  }
  return out;
}

/** Patches of scan lines x samples, small beside the lung's mottle and large beside a speckle. */
const PATCH = [16, 24] as const;

/** Of one look, as theory has it: compounding raises it. */
function envelopeSnr({ exam, grid }: Phantom): number {
  const single = { ...exam, scanner: { ...exam.scanner, looks: 1 as const } };
  const lung = lungCreate(anatomyCreate(single, grid));
  const ratios: number[] = [];
  for (let line = 0; line + PATCH[0] <= lung.lines; line += PATCH[0]) {
    for (let sample = 0; sample + PATCH[1] <= lung.samples; sample += PATCH[1]) {
      let sum = 0;
      let squares = 0;
      for (let l = line; l < line + PATCH[0]; l++) {
        for (let k = sample; k < sample + PATCH[1]; k++) {
          const at = 2 * (l * lung.samples + k);
          const power = lung.echo[at]! ** 2 + lung.echo[at + 1]! ** 2;
          sum += Math.sqrt(power);
          squares += power;
        }
      }
      const mean = sum / (PATCH[0] * PATCH[1]);
      const variance = squares / (PATCH[0] * PATCH[1]) - mean * mean;
      if (variance > 0) ratios.push(mean / Math.sqrt(variance));
    }
  }
  return quantile(
    ratios.sort((a, b) => a - b),
    0.5,
  );
}
