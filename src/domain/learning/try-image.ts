import * as z from 'zod/mini';
import type { ProbePose } from '../scan/probe-pose.ts';
import type { ScanControls } from '../scan/scan-controls.ts';
import { viewSchema } from '../scan/view-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, finiteSchema, objectSchema } from '../stored/values.ts';

/** Which image a try was about, so that it can be looked at again. */
export interface TryImage {
  /** Of its source's images, from 0. */
  readonly index: number;
  /** Of a patient who is scanned by hand: where the probe stood and how the scanner was set. */
  readonly view?: { readonly pose: ProbePose; readonly controls: ScanControls };
  /** Scan line of the M-mode, -1 to 1; left out where none ran. */
  readonly mLine?: number;
}

export const tryImageSchema: StoredSchema<TryImage> = objectSchema({
  index: countSchema,
  view: z.exactOptional(viewSchema),
  mLine: z.exactOptional(finiteSchema),
});
