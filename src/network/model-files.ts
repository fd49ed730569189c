/** The two files of a model: the parsed manifest and the weights. */
export interface ModelFiles {
  readonly manifest: unknown;
  readonly weights: Uint8Array<ArrayBuffer>;
}
