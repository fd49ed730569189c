import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, listSchema, objectSchema, textSchema } from '../stored/values.ts';
import { type AdaptationFacts, adaptationFactsSchema, networkNameSchema } from './adapted-network.ts';

/**
 * An adapted network as a file: a zip of a model's three files, as commands read them, and beside them what it is.
 */
export const NETWORK_FILES = {
  about: 'batsign-adapted.json',
  specification: 'network.json',
  manifest: 'batsign-unet.json',
  weights: 'batsign-unet.bin',
} as const;

/** Of `batsign-adapted.json`. */
export const NETWORK_FORMAT = 1;

/** Ten times as much as a network has. */
export const NETWORK_FILE_BYTES_MOST = 20_000_000;

export interface NetworkAbout {
  readonly format: typeof NETWORK_FORMAT;
  readonly name: string;
  readonly facts: AdaptationFacts;
  /** Each of the three files. */
  readonly files: readonly {
    readonly path: string;
    readonly bytes: number;
    /** 64 hexadecimal digits. */
    readonly sha256: string;
  }[];
}

export const networkAboutSchema: StoredSchema<NetworkAbout> = objectSchema({
  format: z.literal(NETWORK_FORMAT, { error: `${NETWORK_FORMAT}` }),
  name: networkNameSchema,
  facts: adaptationFactsSchema,
  files: listSchema(objectSchema({ path: textSchema, bytes: countSchema, sha256: textSchema })),
});

/** The format that a description says it has; null where it says none. */
export function networkFormatOf(json: unknown): number | null {
  const format = (json as { readonly format?: unknown } | null)?.format;
  return typeof format === 'number' ? format : null;
}
