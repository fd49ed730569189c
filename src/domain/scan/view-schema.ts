import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { finiteSchema, listSchema, objectSchema, oneOfSchema } from '../stored/values.ts';
import type { ScanControls } from './scan-controls.ts';

const TGC_SLIDERS = 8;

/** How a probe is held. */
export const poseSchema = objectSchema({
  aroundMm: finiteSchema,
  downMm: finiteSchema,
  rotationRad: finiteSchema,
  tiltRad: finiteSchema,
  pressure: finiteSchema,
});

/** How the scanner is set. */
export const controlsSchema: StoredSchema<ScanControls> = objectSchema({
  probe: oneOfSchema(['convex', 'linear']),
  depthMm: finiteSchema,
  gainDb: finiteSchema,
  focusMm: finiteSchema,
  frequencyMhz: finiteSchema,
  dynamicRangeDb: finiteSchema,
  tgcDb: z.pipe(
    listSchema(finiteSchema).check(z.length(TGC_SLIDERS, { error: `${TGC_SLIDERS} numbers` })),
    z.transform((sliders) => sliders as unknown as ScanControls['tgcDb']),
  ),
});

export const viewSchema = objectSchema({ pose: poseSchema, controls: controlsSchema });
