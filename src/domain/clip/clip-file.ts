import * as z from 'zod/mini';
import { MAX_SIDE_PX } from '../frame/side-limit.ts';
import { sectorSchema } from '../geometry/sector-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { flagSchema, listSchema, objectSchema, oneOfSchema, sideSchema } from '../stored/values.ts';
import type { ClipRecord } from './clip-record.ts';

/** Of `clip.json`; another version is not read. */
export const CLIP_FORMAT = 1;

/**
 * The description of a clip, written last, which makes it one. Its name lies apart, so that renaming puts nothing at
 * risk.
 */
export interface ClipFile
  extends Pick<
    ClipRecord,
    'savedAtMs' | 'from' | 'width' | 'height' | 'sector' | 'isScaleAssumed' | 'cut' | 'timesMs'
  > {
  /** Bytes of each image in `frames.bin`, one after the other. */
  readonly lengths: readonly number[];
}

const time = z.number().check(z.nonnegative());
const side = sideSchema.check(z.lte(MAX_SIDE_PX));

const cut = objectSchema({
  left: z.int().check(z.nonnegative()),
  top: z.int().check(z.nonnegative()),
  factor: z.number().check(z.gt(0), z.lte(1)),
  pictureWidth: side,
  pictureHeight: side,
});

const fields = objectSchema({
  format: z.literal(CLIP_FORMAT),
  savedAtMs: time,
  from: oneOfSchema(['file', 'camera', 'patient']),
  width: side,
  height: side,
  sector: sectorSchema,
  isScaleAssumed: flagSchema,
  cut: z.optional(cut),
  timesMs: listSchema(time).check(
    z.refine((times) => times[0] === 0 && times.every((one, at) => at === 0 || one > times[at - 1]!)),
  ),
  lengths: listSchema(z.int().check(z.positive())),
}).check(z.refine(({ timesMs, lengths }) => timesMs.length === lengths.length));

/** A clip's file of this format. */
export const clipFileSchema: StoredSchema<ClipFile> = z.pipe(
  fields,
  z.transform(({ format: _, cut, ...clip }: z.output<typeof fields>) => ({
    ...clip,
    ...(cut !== undefined && { cut }),
  })),
);
