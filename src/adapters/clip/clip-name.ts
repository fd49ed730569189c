import type { PictureSize } from '../../formats/files/picture-header.ts';

/** The name of a recording while the page is open; it may name a patient and is kept nowhere. */
export interface ClipName {
  /** Of its file or, of several, of the first of them or of the folder in which they lie. */
  readonly name: string;
  /** How many files more there are, where `name` is the first one's; else 0. */
  readonly others: number;
  /** Of its pictures, where others of another size lie in the same folder; else null. */
  readonly size: PictureSize | null;
}

/** Of a file, or of a folder. */
export function clipNameOf(name: string): ClipName {
  return { name, others: 0, size: null };
}
