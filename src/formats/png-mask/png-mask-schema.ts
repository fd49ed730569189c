import * as z from 'zod/mini';
import {
  fieldsSchema,
  imageSideSchema,
  itemsSchema,
  maybe,
  nameSchema,
  numberSchema,
  spacingSchema,
} from '../../domain/annotation/annotation-values.ts';
import { sectorSchema } from '../../domain/geometry/sector-schema.ts';
import { objectSchema } from '../../domain/stored/values.ts';

/** The file beside the masks. */
export const MASKS_JSON = 'masks.json';

const uidSchema = maybe(z.string().check(z.maxLength(64)));

/** What masks alone do not tell: the clip, its geometry, and what each value stands for. */
export const masksSchema = objectSchema({
  format: z.literal('batsign-masks'),
  version: z.literal(1),
  size: objectSchema({ width: imageSideSchema, height: imageSideSchema }),
  spacing: maybe(objectSchema({ x: spacingSchema, y: spacingSchema })),
  sector: maybe(sectorSchema),
  clip: objectSchema({
    sopClassUid: uidSchema,
    sopInstanceUid: uidSchema,
    studyInstanceUid: uidSchema,
    seriesInstanceUid: uidSchema,
    frames: maybe(numberSchema),
  }),
  /** Who drew, all together. */
  raters: itemsSchema(nameSchema),
  tags: itemsSchema(nameSchema),
  labels: fieldsSchema(z.string().check(z.regex(/^\d{1,3}$/)), nameSchema),
  frames: itemsSchema(objectSchema({ index: numberSchema, file: nameSchema })),
});

export type MasksFile = z.output<typeof masksSchema>;
