import * as z from 'zod/mini';
import {
  coordinateSchema,
  imageSideSchema,
  itemsSchema,
  maybe,
  nameSchema,
  numberSchema,
  numbersSchema,
  pointsSchema,
  runsSchema,
  statusSchema,
} from '../../domain/annotation/annotation-values.ts';
import { objectSchema } from '../../domain/stored/values.ts';

// COCO "instances": https://cocodataset.org/#format-data. `attributes` is not of COCO; CVAT writes it, and so does this.

const idSchema = z.union([z.int(), z.string()]);

/** What another program keeps under such a name is not ours, and passed over. */
function lenient<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | null> {
  return z.catch(maybe(schema), null) as z.ZodMiniType<T | null>;
}

const attributesSchema = objectSchema({
  rater: lenient(nameSchema),
  status: lenient(statusSchema),
  track_id: lenient(numberSchema),
  group: lenient(numberSchema),
  polyline: lenient(pointsSchema),
  breadth_px: lenient(z.number().check(z.positive(), z.lte(1e5))),
});

const runLengthsSchema = objectSchema({
  /** Packed into letters, or as they are. */
  counts: z.union([z.string(), runsSchema]),
  size: z.tuple([imageSideSchema, imageSideSchema]),
});

export const cocoSchema = objectSchema({
  images: itemsSchema(
    objectSchema({
      id: idSchema,
      width: imageSideSchema,
      height: imageSideSchema,
      file_name: maybe(z.string()),
    }),
  ),
  annotations: itemsSchema(
    objectSchema({
      image_id: idSchema,
      category_id: idSchema,
      segmentation: maybe(z.union([itemsSchema(numbersSchema), runLengthsSchema])),
      bbox: maybe(z.array(coordinateSchema).check(z.length(4))),
      attributes: maybe(attributesSchema),
    }),
  ),
  categories: itemsSchema(objectSchema({ id: idSchema, name: nameSchema })),
});

export type CocoFile = z.output<typeof cocoSchema>;
export type CocoAnnotation = CocoFile['annotations'][number];
