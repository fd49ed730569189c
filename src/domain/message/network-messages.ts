/** What the network has to tell: its loading, its running, its tuning. */
export interface NetworkMessages {
  /** Nothing came of its files for as long as one waits. */
  readonly networkSilent: Record<never, never>;
}
