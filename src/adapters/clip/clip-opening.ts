/** How far opening has come. */
export interface OpeningProgress {
  /** `sorting` counts files, `unpacking` bytes, `reading` images, `looking` clips. */
  readonly step: 'sorting' | 'unpacking' | 'reading' | 'looking';
  readonly done: number;
  readonly all: number;
}

/** How opening is followed and ended. */
export interface Opening {
  /** Aborted, opening rejects with an AbortError and lets go of the file. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: OpeningProgress) => void) | undefined;
}
