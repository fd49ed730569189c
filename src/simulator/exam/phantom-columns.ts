import { echoRender } from '../acoustics/echo.ts';
import { powerCompress, samplesSmooth } from '../acoustics/exposure.ts';
import { examSceneAt } from './exam-scene.ts';
import type { Phantom } from './phantom.ts';

/** Grey levels of one scan line in several images, column by column, each from the face to the image's bottom. */
export interface PhantomColumns {
  readonly grey: Uint8Array;
  readonly samples: number;
}

/**
 * M-mode: the scan line in the middle, in `count` images up to and with `index`, those before the exam began among them. A column
 * costs little more than its share of an image, since neither persistence nor smoothing across scan lines is in it.
 */
export function phantomColumns(phantom: Phantom, index: number, count: number): PhantomColumns {
  const { exam, grid, buffers, exposure } = phantom;
  const { samples, lines } = grid;
  const line = lines >> 1;
  const grey = new Uint8Array(count * samples);
  for (let i = 0; i < count; i++) {
    const at = index + 1 - count + i;
    echoRender(examSceneAt(phantom, (at * 1000) / exam.frameRateHz), at, buffers, { from: line, to: line });
    const column = grey.subarray(i * samples, (i + 1) * samples);
    powerCompress(exposure, buffers.power.subarray(line * samples, (line + 1) * samples), column);
    samplesSmooth({ ...grid, lines: 1 }, exam.scanner.axialSmoothing, column);
  }
  return { grey, samples };
}
