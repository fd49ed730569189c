import type { Translation } from '../../ui/words/words-type.ts';
import type { en } from '../en/index.ts';
import { about } from './about.ts';
import { console } from './console.ts';
import { courses } from './courses.ts';
import { findings } from './findings.ts';
import { grading } from './grading.ts';
import { home } from './home.ts';
import { keys } from './keys.ts';
import { mMode } from './m-mode.ts';
import { marking } from './marking.ts';
import { medicine } from './medicine.ts';
import { messages } from './messages/index.ts';
import { picture } from './picture.ts';
import { play } from './play.ts';
import { probe } from './probe.ts';
import { questions } from './questions.ts';
import { reveal } from './reveal.ts';
import { scan } from './scan.ts';
import { scanner } from './scanner.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';
import { zones } from './zones.ts';

export const es: Translation<typeof en> = {
  about,
  console,
  courses,
  findings,
  grading,
  home,
  keys,
  marking,
  medicine,
  messages,
  mMode,
  picture,
  play,
  probe,
  questions,
  reveal,
  scan,
  scanner,
  settings,
  shell,
  ui,
  zones,
};
