import { about } from './about.ts';
import { adapt } from './adapt.ts';
import { assigned } from './assigned.ts';
import { attempts } from './attempts.ts';
import { capture } from './capture.ts';
import { classroom } from './classroom.ts';
import { console } from './console.ts';
import { courses } from './courses.ts';
import { exam } from './exam.ts';
import { findings } from './findings.ts';
import { glossary } from './glossary.ts';
import { grading } from './grading.ts';
import { handOut } from './hand-out.ts';
import { home } from './home.ts';
import { keys } from './keys.ts';
import { learners } from './learners.ts';
import { learning } from './learning.ts';
import { lesson } from './lesson.ts';
import { lessons } from './lessons.ts';
import { library } from './library.ts';
import { live } from './live.ts';
import { mMode } from './m-mode.ts';
import { marking } from './marking.ts';
import { medicine } from './medicine.ts';
import { messages } from './messages/index.ts';
import { offline } from './offline.ts';
import { opening } from './opening.ts';
import { outline } from './outline.ts';
import { ownCourse } from './own-course.ts';
import { packages } from './packages.ts';
import { picture } from './picture.ts';
import { play } from './play.ts';
import { player } from './player.ts';
import { probe } from './probe.ts';
import { proposals } from './proposals.ts';
import { questions } from './questions.ts';
import { results } from './results.ts';
import { reveal } from './reveal.ts';
import { rounds } from './rounds.ts';
import { scan } from './scan.ts';
import { scanner } from './scanner.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { skills } from './skills.ts';
import { studio } from './studio.ts';
import { survey } from './survey.ts';
import { ui } from './ui.ts';
import { zones } from './zones.ts';

/** All English words: the source of every other language, and of the keys' types. */
export const en = {
  about,
  adapt,
  assigned,
  attempts,
  capture,
  classroom,
  console,
  courses,
  exam,
  findings,
  glossary,
  grading,
  handOut,
  home,
  keys,
  learners,
  learning,
  lesson,
  lessons,
  library,
  live,
  marking,
  medicine,
  messages,
  mMode,
  offline,
  opening,
  outline,
  ownCourse,
  packages,
  picture,
  play,
  player,
  probe,
  proposals,
  questions,
  results,
  reveal,
  rounds,
  scan,
  scanner,
  session,
  settings,
  shell,
  skills,
  studio,
  survey,
  ui,
  zones,
} as const;
