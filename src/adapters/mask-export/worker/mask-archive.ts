import { Zip, ZipPassThrough, zlibSync } from 'fflate';
import { maskPlace } from '../../../domain/frame/mask-place.ts';
import { MASK_SIZE } from '../../../domain/frame/resample.ts';
import { sectorFit } from '../../../domain/geometry/sector.ts';
import { greyPng } from '../../../formats/png/grey-png.ts';
import type { ExportRaster } from '../shared/messages.ts';

/** The earliest date that a zip can hold: when a clip was looked at is nobody's business. */
const NO_DATE = '1980-01-01T00:00:00';

export interface MaskArchive {
  add(name: string, classes: Uint8Array): void;
  /** The zip's bytes, in parts. */
  end(): readonly Uint8Array<ArrayBuffer>[];
}

/** Masks as PNGs in a zip: one byte for each pixel of the clip's raster, its class index, 0 outside the sector. */
export function maskArchive({ width, height, sector }: ExportRaster): MaskArchive {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const maskSector = sectorFit(sector, MASK_SIZE);
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part as Uint8Array<ArrayBuffer>);
  });
  return {
    add(name, classes) {
      const mask = { width: MASK_SIZE, height: MASK_SIZE, classes, sector: maskSector };
      const frame = { width, height, sector, grey: new Uint8Array(0), timeMs: 0 };
      const png = greyPng(width, height, maskPlace(mask, frame).classes, (bytes) => zlibSync(bytes));
      // A PNG is packed already.
      const entry = new ZipPassThrough(name);
      entry.mtime = NO_DATE;
      zip.add(entry);
      entry.push(png, true);
    },
    end() {
      zip.end();
      return parts;
    },
  };
}
