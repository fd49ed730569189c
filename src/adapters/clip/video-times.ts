/** The pictures of a video in the order in which they are shown. */
export interface VideoTimes {
  /** Of each picture, in the file's own time, seconds. */
  readonly seconds: readonly number[];
  /** For each picture the last one up to it that can be decoded without any other. */
  readonly keys: readonly number[];
}
