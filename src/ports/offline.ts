export interface OfflineOptions {
  /** Address of the folder that the game is served from, with a slash at its end. */
  readonly folder: string;
  /** All of the game is kept on this device: it starts without a network from now on. */
  readonly onKept: () => void;
  /** A newer version is kept too, and waits to be swapped for this one. */
  readonly onNewer: () => void;
}

/** The service worker that keeps the game on this device. */
export interface Offline {
  /**
   * Loads the newer version that waits, unless another page of the game is open, under which it would be swapped too:
   * false then.
   */
  swap(): Promise<boolean>;
}

/** Begins to keep the game on this device; null where the browser does not let it. */
export type OfflineStart = (options: OfflineOptions) => Promise<Offline | null>;
