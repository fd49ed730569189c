/** The sounds of the game, named after what they tell. */
export const SOUNDS = [
  'mark',
  'undo',
  'step',
  'reveal',
  'hit',
  'miss',
  'extra',
  'score_good',
  'score_ok',
  'standard',
] as const;

export type SoundName = (typeof SOUNDS)[number];

/** Plays sounds. A machine that has none, or that forbids them, is silent: nothing here ever fails. */
export interface Audio {
  play(sound: SoundName): void;
  /** Sounds asked for while muted are not played later. */
  mute(isMuted: boolean): void;
  dispose(): void;
}
