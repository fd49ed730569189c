import * as z from 'zod/mini';
import { VERDICTS } from '../../domain/annotation/annotation.ts';
import {
  coordinateSchema,
  fieldsSchema,
  imageSideSchema,
  itemsSchema,
  maybe,
  nameSchema,
  numberSchema,
  pointsSchema,
} from '../../domain/annotation/annotation-values.ts';
import { objectSchema, oneOfSchema } from '../../domain/stored/values.ts';

// The files of SlicerUltrasound's AnnotateUltrasound (its annotations.schema.json), and what older files have instead.

const validationSchema = objectSchema({
  status: oneOfSchema(VERDICTS),
  adjudicator: maybe(z.string()),
  timestamp: maybe(z.string()),
});

/** A line with who drew it, or, in older files, its points alone. */
const lineSchema = z.union([
  objectSchema({
    rater: maybe(z.string()),
    line: objectSchema({ points: pointsSchema }),
    validation: maybe(validationSchema),
  }),
  pointsSchema,
]);

const linesSchema = maybe(itemsSchema(lineSchema));

const frameFields = {
  coordinate_space: maybe(oneOfSchema(['LPS', 'RAS'])),
  pleura_lines: linesSchema,
  b_lines: linesSchema,
};

/** Newer files count frames by numbers, some write them as texts. */
const frameNumberSchema = z.union([
  numberSchema,
  z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number)),
]) as z.ZodMiniType<number>;

const framesSchema = z.union([
  itemsSchema(objectSchema({ frame_number: frameNumberSchema, ...frameFields })),
  // Older files: by frame.
  fieldsSchema(z.string().check(z.regex(/^\d{1,9}$/)), objectSchema(frameFields)),
]);

const degreesSchema = z.number().check(z.gte(-360), z.lte(360));

export const slicerSchema = objectSchema({
  SOPInstanceUID: maybe(z.string()),
  mask_type: maybe(z.string()),
  angle1: maybe(degreesSchema),
  angle2: maybe(degreesSchema),
  center_rows_px: maybe(coordinateSchema),
  center_cols_px: maybe(coordinateSchema),
  radius1: maybe(coordinateSchema),
  radius2: maybe(coordinateSchema),
  image_size_rows: maybe(imageSideSchema),
  image_size_cols: maybe(imageSideSchema),
  AnnotationLabels: maybe(itemsSchema(nameSchema)),
  labels: maybe(itemsSchema(nameSchema)),
  frame_annotations: framesSchema,
});

export type SlicerFile = z.output<typeof slicerSchema>;
export type SlicerLine = z.output<typeof lineSchema>;
