import type { Translation } from '../../ui/words/words-type.ts';
import type { en } from '../en/index.ts';
import { about } from './about.ts';
import { console } from './console.ts';
import { courses } from './courses.ts';
import { findings } from './findings.ts';
import { home } from './home.ts';
import { messages } from './messages/index.ts';
import { probe } from './probe.ts';
import { scan } from './scan.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';

export const es: Translation<typeof en> = {
  about,
  console,
  courses,
  findings,
  home,
  messages,
  probe,
  scan,
  settings,
  shell,
};
