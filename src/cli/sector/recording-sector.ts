import { sectorInCrop, sectorWithScale } from '../../domain/geometry/sector-scale.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { depthTicksRead } from '../../sector/depth-ticks.ts';
import { sectorFind } from '../../sector/sector-find.ts';
import type { SectorFound } from '../../sector/sector-found.ts';
import type { Recording } from './recording-read.ts';

/**
 * The sector of a recording in pixels of its images, as the game finds it: within the region that the file names, if
 * it names one, and at the scale of the file or of the depth marks beside the image.
 * @throws InputError `sector-missing`
 */
export function recordingSector({ width, height, greys, region, mmPerPx }: Recording): SectorFound {
  const part = region ?? { left: 0, top: 0, width, height };
  const crops = greys.map((grey) => greyCrop(grey, width, part));
  const scale = mmPerPx === null ? {} : { mmPerPx, origin: 'dicom' as const };
  const inPart = sectorFind(crops, part.width, part.height, scale, region !== null);
  if (inPart === null) {
    throw new InputError('sector-missing', {
      code: 'english',
      text: 'No ultrasound image is found in it; set its outline by hand in the game.',
    });
  }
  const found = { ...inPart, sector: sectorInCrop(inPart.sector, -part.left, -part.top, 1) };
  if (mmPerPx !== null) return found;
  const ticks = depthTicksRead(greysDarkest(greys), width, height, found.sector);
  return ticks === null
    ? found
    : { ...found, sector: sectorWithScale(found.sector, ticks.mmPerPx), scale: 'ticks' };
}

function greyCrop(
  grey: Uint8Array,
  width: number,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Uint8Array {
  const crop = new Uint8Array(part.width * part.height);
  for (let row = 0; row < part.height; row++) {
    const from = (part.top + row) * width + part.left;
    crop.set(grey.subarray(from, from + part.width), row * part.width);
  }
  return crop;
}

/** The darkest of each pixel: scales stay in all images and echoes do not. */
function greysDarkest(greys: readonly Uint8Array[]): Uint8Array {
  const darkest = greys[0]!.slice();
  for (const grey of greys) {
    for (let i = 0; i < darkest.length; i++) if (grey[i]! < darkest[i]!) darkest[i] = grey[i]!;
  }
  return darkest;
}
