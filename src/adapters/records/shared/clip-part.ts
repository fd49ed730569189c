/** A file of a clip as it is kept, on its way into a copy or out of one. */
export interface ClipPart {
  readonly name: string;
  readonly content: Blob;
}
