import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { PicturesOpen } from './picture.ts';
import type { SectorKnown } from './sector-search.ts';

/** A file with its name; a browser's `File` is one. */
export type NamedBlob = Blob & { readonly name: string };

/** The pictures of a file, before it is looked through. */
export interface FilePictures extends SectorKnown {
  readonly kind: 'clip' | 'picture';
  readonly timesMs: readonly number[];
  readonly tagsRemoved: readonly string[];
  /**
   * Notes for a person: images that are left out, scaled or more than the file says. Some are only known once images
   * were decoded, so ask for them after the file was looked through.
   */
  readonly notes: readonly MessageFact[];
  readonly open: PicturesOpen;
}
