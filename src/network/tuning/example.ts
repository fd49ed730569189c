import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import type { NetworkInput } from '../network-specification.ts';
import { networkViewOf } from '../network-view.ts';
import { polarClasses, polarSamplingOf } from '../polar-sampling.ts';
import { TuningError } from './tuning-error.ts';

/** A picture on a network's raster with what it truly shows; both row-major, height x width. */
export interface Example {
  /** Grey levels 0-255. */
  readonly grey: Uint8Array;
  /** Width of a cell of each row in the body, mm. */
  readonly cellMm: Float32Array;
  /** Class indices. */
  readonly classes: Uint8Array;
}

/**
 * A labelled frame as the network sees it.
 * @throws TuningError `mask-invalid` when the mask is not on the frame's own raster or holds what is no class.
 */
export function exampleOf(input: NetworkInput, classCount: number, frame: Frame, mask: Mask): Example {
  if (mask.width !== frame.width || mask.height !== frame.height) {
    throw new TuningError('mask-invalid', {
      code: 'tuningMaskSize',
      maskWidth: mask.width,
      maskHeight: mask.height,
      width: frame.width,
      height: frame.height,
    });
  }
  const strange = mask.classes.find((value) => value >= classCount);
  if (strange !== undefined) {
    throw new TuningError('mask-invalid', { code: 'tuningMaskValue', value: strange, last: classCount - 1 });
  }
  const view = networkViewOf(input, frame);
  const size = { samples: input.height, lines: input.width };
  const classes =
    input.geometry === 'polar'
      ? polarClasses(polarSamplingOf(frame, size), mask.classes)
      : maskResample(mask, view.sector, input.height).classes;
  return { grey: view.grey(frame), cellMm: view.cellMm, classes };
}

/** The same picture from the other side. */
export function exampleFlip({ grey, cellMm, classes }: Example, width: number): Example {
  const flip = (raster: Uint8Array): Uint8Array => {
    const flipped = new Uint8Array(raster.length);
    for (let row = 0; row < raster.length; row += width) {
      for (let x = 0; x < width; x++) flipped[row + x] = raster[row + width - 1 - x]!;
    }
    return flipped;
  };
  return { grey: flip(grey), cellMm, classes: flip(classes) };
}
