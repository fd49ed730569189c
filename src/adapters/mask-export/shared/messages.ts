import type { Sector } from '../../../domain/geometry/sector.ts';

/** Where the masks are to lie: the raster of the clip they belong to. */
export interface ExportRaster {
  readonly width: number;
  readonly height: number;
  readonly sector: Sector;
}

export type ToWorker =
  | { readonly type: 'begin'; readonly raster: ExportRaster }
  /** Class indices on the raster of `sectorFit(sector, MASK_SIZE)`. */
  | { readonly type: 'mask'; readonly name: string; readonly classes: Uint8Array }
  | { readonly type: 'end' };

export type FromWorker =
  /** The mask is packed: the next may come. */
  { readonly type: 'packed' } | { readonly type: 'archive'; readonly archive: Blob };
