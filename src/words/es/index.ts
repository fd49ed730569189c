import type { Translation } from '../../ui/words/words-type.ts';
import type { en } from '../en/index.ts';
import { findings } from './findings.ts';
import { grading } from './grading.ts';
import { keys } from './keys.ts';
import { mMode } from './m-mode.ts';
import { marking } from './marking.ts';
import { medicine } from './medicine.ts';
import { messages } from './messages/index.ts';
import { picture } from './picture.ts';
import { play } from './play.ts';
import { questions } from './questions.ts';
import { reveal } from './reveal.ts';
import { scanner } from './scanner.ts';
import { ui } from './ui.ts';
import { zones } from './zones.ts';

export const es: Translation<typeof en> = {
  findings,
  grading,
  keys,
  marking,
  medicine,
  messages,
  mMode,
  picture,
  play,
  questions,
  reveal,
  scanner,
  ui,
  zones,
};
