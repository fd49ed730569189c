import type { Sector } from '../../domain/geometry/sector.ts';
import { polarClasses, polarGrey, polarSamplingOf } from '../../network/polar-sampling.ts';
import { phantomFrame, phantomOpen } from '../../simulator/exam/phantom.ts';
import { type DatasetPlan, examPlan, RENDER_PX } from './plan.ts';

/** The index's entry for one exam; its frames follow one another in the shard. */
export interface ExamEntry {
  readonly exam: number;
  readonly seed: number;
  readonly count: number;
  readonly frame_indices: readonly number[];
  readonly times_ms: readonly number[];
  /** As it was drawn; the polar raster holds it from edge to edge. */
  readonly sector: Sector;
  readonly frequency_mhz: number;
  readonly pleural_depth_mm: number;
  readonly sliding: boolean;
  readonly layer: string | null;
}

export interface RenderedExam {
  readonly entry: ExamEntry;
  /** count x samples x lines grey levels. */
  readonly frames: Uint8Array;
  /** count x samples x lines class indices. */
  readonly masks: Uint8Array;
}

export function examRender(plan: DatasetPlan, index: number): RenderedExam {
  const { seed, frameIndices } = examPlan(plan, index);
  const { size, split, edition, pattern, device = 'trainer' } = plan;
  const area = size.samples * size.lines;
  const phantom = phantomOpen({ seed, split, edition, device, ...(pattern === null ? {} : { pattern }) });
  const frames = new Uint8Array(frameIndices.length * area);
  const masks = new Uint8Array(frames.length);
  const shown = frameIndices.map((frameIndex, place) => {
    const { frame, truth } = phantomFrame(phantom, frameIndex, RENDER_PX);
    const sampling = polarSamplingOf(frame, size);
    frames.set(polarGrey(sampling, frame.grey), place * area);
    masks.set(polarClasses(sampling, truth.mask.classes), place * area);
    return frame;
  });
  const { exam } = phantom;
  return {
    entry: {
      exam: index,
      seed,
      count: frameIndices.length,
      frame_indices: frameIndices,
      times_ms: shown.map(({ timeMs }) => timeMs),
      sector: shown[0]!.sector,
      frequency_mhz: exam.scanner.frequencyMhz,
      pleural_depth_mm: exam.wall.pleuralDepthMm,
      sliding: exam.lung.sliding,
      layer: exam.lung.layer?.kind ?? null,
    },
    frames,
    masks,
  };
}
