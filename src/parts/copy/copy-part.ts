/** The outcome of bringing in a part of a copy: the clips, or what is the device's. */
export interface CopyPartTaken {
  /** How many clips or networks were damaged and left out. */
  readonly damaged: number;
  /** Makes it as it was before, where the rest of the copy cannot be brought in. */
  undo(): Promise<void>;
  /** Removes what replacing removes; comes last, when all the rest is here. */
  finish(): Promise<void>;
}
