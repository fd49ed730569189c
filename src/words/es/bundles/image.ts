import { keys } from '../keys.ts';
import { player } from '../player.ts';
import { reveal } from '../reveal.ts';
import { scanner } from '../scanner.ts';

export const words = { keys, player, reveal, scanner };
