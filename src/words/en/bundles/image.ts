import { keys } from '../keys.ts';
import { player } from '../player.ts';
import { reveal } from '../reveal.ts';
import { scanner } from '../scanner.ts';

/** Of every page with an image that runs: its keys, its screen, its legend. */
export const words = { keys, player, reveal, scanner } as const;
