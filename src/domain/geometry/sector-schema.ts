import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { finiteSchema, lengthSchema, objectSchema } from '../stored/values.ts';
import type { Sector } from './sector.ts';

const common = {
  mmPerPx: lengthSchema,
  originPx: objectSchema({ x: finiteSchema, y: finiteSchema }),
  depthMm: lengthSchema,
};

/** The geometry of an image. */
export const sectorSchema: StoredSchema<Sector> = z.discriminatedUnion('kind', [
  objectSchema({
    kind: z.literal('convex'),
    ...common,
    radiusMm: lengthSchema,
    angleRad: z.number({ error: 'an angle' }).check(z.positive(), z.lte(2 * Math.PI)),
  }),
  objectSchema({ kind: z.literal('linear'), ...common, widthMm: lengthSchema }),
]);
