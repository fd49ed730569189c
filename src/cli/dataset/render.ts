import { maskResample } from '../../domain/frame/mask.ts';
import { frameFit } from '../../domain/frame/resample.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { phantomFrame, phantomOpen } from '../../domain/phantom/phantom.ts';
import { type DatasetPlan, examPlan } from './plan.ts';

/** What the index says of one exam; its frames follow one another in the shard. */
export interface ExamEntry {
  readonly exam: number;
  readonly seed: number;
  readonly count: number;
  readonly frame_indices: readonly number[];
  readonly times_ms: readonly number[];
  readonly render_px: number;
  /** Fitted to the frame's raster (`sectorFit`). */
  readonly sector: Sector;
  readonly frequency_mhz: number;
  readonly pleural_depth_mm: number;
  readonly sliding: boolean;
  readonly layer: string | null;
}

export interface RenderedExam {
  readonly entry: ExamEntry;
  /** count x size x size grey levels. */
  readonly frames: Uint8Array;
  /** count x size x size class indices. */
  readonly masks: Uint8Array;
}

export function examRender(plan: DatasetPlan, index: number): RenderedExam {
  const { seed, frameIndices, renderPx } = examPlan(plan, index);
  const { size, split, pattern } = plan;
  const phantom = phantomOpen({ seed, split, ...(pattern === null ? {} : { pattern }) });
  const frames = new Uint8Array(frameIndices.length * size * size);
  const masks = new Uint8Array(frames.length);
  const shown = frameIndices.map((frameIndex, place) => {
    const { frame, truth } = phantomFrame(phantom, frameIndex, renderPx);
    const fitted = frameFit(frame, size);
    frames.set(fitted.grey, place * size * size);
    masks.set(maskResample(truth.mask, fitted.sector, size).classes, place * size * size);
    return fitted;
  });
  const { exam } = phantom;
  return {
    entry: {
      exam: index,
      seed,
      count: frameIndices.length,
      frame_indices: frameIndices,
      times_ms: shown.map(({ timeMs }) => timeMs),
      render_px: renderPx,
      sector: shown[0]!.sector,
      frequency_mhz: exam.machine.frequencyMhz,
      pleural_depth_mm: exam.wall.pleuralDepthMm,
      sliding: exam.lung.sliding,
      layer: exam.lung.layer?.kind ?? null,
    },
    frames,
    masks,
  };
}
