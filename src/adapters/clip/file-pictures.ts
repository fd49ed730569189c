import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { PicturesOpen } from './picture.ts';
import type { SectorKnown } from './sector-search.ts';

/** A file with its name; a browser's `File` is one. */
export type NamedBlob = Blob & { readonly name: string };

/** What is in a file, before it is looked through. */
export interface FilePictures extends SectorKnown {
  readonly kind: 'clip' | 'picture';
  readonly timesMs: readonly number[];
  readonly tagsRemoved: readonly string[];
  /**
   * What a person should know of images that are left out, scaled or more than the file says. Some is
   * only known of images that were decoded, so that it is to be asked for after they were looked through.
   */
  readonly notes: readonly MessageFact[];
  readonly open: PicturesOpen;
}
