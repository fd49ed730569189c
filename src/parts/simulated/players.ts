import type { PlayerCreate } from './player.ts';
import { emptyCreate } from './players/empty.ts';
import { idleCreate } from './players/idle.ts';
import { noisyCreate } from './players/noisy.ts';
import { perfectCreate } from './players/perfect.ts';
import { randomPlayerCreate } from './players/random.ts';

export const PLAYER_NAMES = ['perfect', 'noisy', 'empty', 'random', 'idle'] as const;
export type PlayerName = (typeof PLAYER_NAMES)[number];

export const PLAYERS: Readonly<Record<PlayerName, PlayerCreate>> = {
  perfect: perfectCreate,
  noisy: noisyCreate,
  empty: emptyCreate,
  random: randomPlayerCreate,
  idle: idleCreate,
};
