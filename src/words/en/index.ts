import { capture } from './capture.ts';
import { findings } from './findings.ts';
import { grading } from './grading.ts';
import { keys } from './keys.ts';
import { library } from './library.ts';
import { live } from './live.ts';
import { mMode } from './m-mode.ts';
import { marking } from './marking.ts';
import { medicine } from './medicine.ts';
import { messages } from './messages/index.ts';
import { offline } from './offline.ts';
import { opening } from './opening.ts';
import { outline } from './outline.ts';
import { picture } from './picture.ts';
import { play } from './play.ts';
import { player } from './player.ts';
import { questions } from './questions.ts';
import { reveal } from './reveal.ts';
import { scanner } from './scanner.ts';
import { session } from './session.ts';
import { ui } from './ui.ts';
import { zones } from './zones.ts';

/** All English words: the source of every other language, and of the keys' types. */
export const en = {
  capture,
  findings,
  grading,
  keys,
  library,
  live,
  marking,
  medicine,
  messages,
  mMode,
  offline,
  opening,
  outline,
  picture,
  play,
  player,
  questions,
  reveal,
  scanner,
  session,
  ui,
  zones,
} as const;
