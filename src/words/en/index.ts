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

/** All English words: the source of every other language, and of the keys' types. */
export const en = {
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
} as const;
