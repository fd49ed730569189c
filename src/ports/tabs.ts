/**
 * `new`: this page may play it now; `kept`: it may still, and no other did meanwhile; `elsewhere`: another page plays it.
 */
export type Claim = 'new' | 'kept' | 'elsewhere';

/**
 * The pages of the game that are open in this browser. A scenario is played in one of them at a time, so that none
 * overwrites what another has kept.
 */
export interface Tabs {
  /** Asks to play a scenario, until it is released as often as it was claimed. */
  claim(scenarioId: string): Promise<Claim>;
  /** Takes a scenario over: the page that plays it is told and lets go, or loses it where it does not answer. */
  takeOver(scenarioId: string): Promise<void>;
  /** Gives whether this page plays it no longer. */
  release(scenarioId: string): boolean;
  /** Tells the other pages that what is kept was changed. */
  changeTell(): void;
  close(): void;
}

export interface TabsEvents {
  /** Another page takes a scenario over that this one plays: it is to save, and to release it. */
  readonly onTaken: (scenarioId: string) => void;
  /** Another page changed what is kept. */
  readonly onChanged: () => void;
}
