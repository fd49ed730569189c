import { assigned } from '../assigned.ts';
import { courses } from '../courses.ts';
import { findings } from '../findings.ts';
import { home } from '../home.ts';
import { learners } from '../learners.ts';
import { marking } from '../marking.ts';
import { medicine } from '../medicine.ts';
import { pages } from '../messages/pages.ts';
import { offline } from '../offline.ts';
import { opening } from '../opening.ts';
import { picture } from '../picture.ts';
import { rounds } from '../rounds.ts';
import { session } from '../session.ts';
import { shell } from '../shell.ts';
import { skills } from '../skills.ts';
import { ui } from '../ui.ts';
import { zones } from '../zones.ts';

/** Of the first page, the bar and whatever can stand on any page, errors too: they are told where nothing more arrives. */
export const words = {
  assigned,
  courses,
  findings,
  home,
  learners,
  marking,
  medicine,
  messages: pages,
  offline,
  opening,
  picture,
  rounds,
  session,
  shell,
  skills,
  ui,
  zones,
} as const;
