/** What the page itself has to tell: its parts that are loaded late, and its screen. */
export interface PageMessages {
  /** A part of the game did not arrive, though there is a network. */
  readonly partMissing: Record<never, never>;
  /** The same, and there is no network. */
  readonly partOffline: Record<never, never>;
  /** The screen was given no element to stand in. */
  readonly screenHomeless: Record<never, never>;
  /** Nothing here can draw it. */
  readonly screenUndrawn: Record<never, never>;
}
