import * as z from 'zod/mini';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { listSchema, numberWithin, objectSchema, textSchema } from '../stored/values.ts';
import type { Mark } from './mark.ts';

/** No ultrasound image reaches a metre from its probe: what lies beyond is a fault. */
const REACH_MM = 1000;
const coordinate = numberWithin(-REACH_MM, REACH_MM);
const length = numberWithin(0, REACH_MM);
const point = objectSchema({ x: coordinate, y: coordinate });
const points = listSchema(point);
const drawn = { id: textSchema, finding: markableFindingSchema };

const kinds = [
  objectSchema({ ...drawn, kind: z.literal('brush'), points, radiusMm: length }),
  objectSchema({ id: textSchema, kind: z.literal('eraser'), points, radiusMm: length }),
  objectSchema({ ...drawn, kind: z.literal('line'), points, widthMm: length }),
  objectSchema({ ...drawn, kind: z.literal('beam'), origin: point, widthMm: length, endDepthMm: length }),
  objectSchema({ ...drawn, kind: z.literal('region'), points }),
] as const;

/** A mark as it was drawn, in mm. */
export const markSchema: StoredSchema<Mark> = z.discriminatedUnion('kind', kinds, {
  error: ({ code }) =>
    code === 'invalid_union'
      ? `one of ${kinds.map(({ shape }) => shape.kind.def.values[0]).join(', ')}`
      : 'an object',
});
