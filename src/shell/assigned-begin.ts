import { scormSession } from '../adapters/course-system/scorm-session.ts';
import { pinsCreate } from '../adapters/learners/pins.ts';
import { statementQueue } from '../adapters/statements/statement-queue.ts';
import { storeOpen } from '../adapters/store/store.ts';
import { type Assignment, assignmentRead } from '../domain/course-system/assignment.ts';
import { courseProgressSchema } from '../domain/course-system/course-progress.ts';
import { ASSIGNMENT_FILE } from '../domain/course-system/course-target.ts';
import { sha256Hex } from '../domain/digest/sha256.ts';
import { CodedError } from '../domain/errors/coded-error.ts';
import { learnerDatabase } from '../domain/learners/learner-list.ts';
import type { MessageFact } from '../domain/message/message-fact.ts';
import type { InstalledPackage } from '../domain/package/installed-package.ts';
import { textIn } from '../domain/package/package-manifest.ts';
import { storedTake } from '../domain/stored/stored-read.ts';
import { stepTitle } from '../pages/play/step-text.ts';
import {
  type Assigned,
  assignedCreate,
  assignedPlacesTake,
  type ProgressUnsaved,
} from '../parts/assigned/assigned.ts';
import { assignedRecords } from '../parts/assigned/assigned-clips.ts';
import type { SessionActor } from '../parts/session/session-route.ts';
import type { CourseSystem } from '../ports/course-system.ts';
import type { LearnerListKept } from '../ports/learners.ts';
import type { RecordsOpened } from '../ports/records.ts';
import { partLoad } from '../ui/part-load.ts';
import { routeReplace } from '../ui/route.ts';
import { wordsLanguage } from '../ui/words/say.ts';
import type { LearnersBegun } from './learner-gate.tsx';

/** A course system opened the page, or should have. */
export interface AssignedBegun {
  readonly from: InstalledPackage;
  /** The learner whom it named, alone. */
  readonly learners: LearnersBegun;
  /** Clips that lie beside the page, in the place of a library. */
  readonly recordsOpen: () => Promise<RecordsOpened>;
  readonly follow: (session: SessionActor) => Assigned;
}

/** Reads what is assigned, and begins with the course system; null where the package is damaged. */
export async function assignedBegin(): Promise<AssignedBegun | null> {
  const assignment = await assignmentFetch();
  if (assignment === null) return null;
  const { from, scenarioIds, passScore, clips } = assignment;
  const title = textIn(from.title, wordsLanguage());
  const system = await systemOpen(assignment, title);
  const launch = 'launch' in system ? system.launch : null;
  // What is done while looking on or back is no work of the attempt.
  const who = [from.id, launch?.learnerId ?? '', launch === null ? 'apart' : launch.mode].join('\n');
  const key = uuidOfText(who);
  if (launch?.resumed != null) {
    const store = await storeOpen({ name: learnerDatabase(key) });
    await assignedPlacesTake(store, launch.resumed.places).catch((error: unknown) => console.warn(error));
    store.close();
  }
  const [only, another] = scenarioIds;
  const isDone = only !== undefined && launch?.resumed?.progress.finished[only] !== undefined;
  if (only !== undefined && another === undefined && !isDone && location.hash === '') {
    routeReplace({ page: 'play', scenario: only });
  }
  return {
    from,
    learners: { kept: keptOf(key, launch?.learnerName ?? ''), pins: pinsCreate() },
    recordsOpen: async () => {
      const { recordsOpen } = await partLoad(() => import('../adapters/records/client/records.ts'));
      return assignedRecords(await recordsOpen({ folder: null }), clips, fileFetch);
    },
    follow: (session) =>
      assignedCreate({
        title,
        scenarioIds,
        passScore,
        system,
        session,
        unsaved: unsavedKept(key),
        now: () => Date.now(),
        stepAsked: (step) => stepTitle(step),
      }),
  };
}

async function assignmentFetch(): Promise<Assignment | null> {
  try {
    const response = await fetch(new URL(ASSIGNMENT_FILE, document.baseURI));
    return response.ok ? assignmentRead(await response.text(), Date.now()) : null;
  } catch (error) {
    console.error(error);
    return null;
  }
}

async function fileFetch(path: string): Promise<Blob | null> {
  try {
    const answer = await fetch(new URL(path, document.baseURI));
    return answer.ok ? await answer.blob() : null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

async function systemOpen({ target, from }: Assignment, title: string): Promise<CourseSystem | MessageFact> {
  try {
    if (target !== 'xapi') return await scormSession(target);
    const { xapiSession } = await partLoad(() => import('../adapters/course-system/xapi-session.ts'));
    return await xapiSession({
      query: new URLSearchParams(location.search),
      packageId: from.id,
      title,
      language: wordsLanguage(),
      queue: statementQueue(),
      now: () => Date.now(),
    });
  } catch (error) {
    console.warn(error);
    return error instanceof CodedError ? error.fact : { code: 'courseSilent' };
  }
}

/** A list of one, which nothing is written into: names of learners stay with the course system. */
function keptOf(key: string, name: string): LearnerListKept {
  const list = { here: key, learners: [{ key, name, pin: null }] };
  return {
    isKept: false,
    read: () => list,
    change: () => list,
    databasesFind: async () => [],
    listen() {},
    isLetIn: () => true,
    letIn() {},
  };
}

function unsavedKept(key: string): ProgressUnsaved {
  const item = `batsign.course.${key}`;
  return {
    read() {
      try {
        const text = localStorage.getItem(item);
        return text === null ? null : storedTake(courseProgressSchema, JSON.parse(text));
      } catch {
        return null;
      }
    },
    keep(progress) {
      try {
        if (progress === null) localStorage.removeItem(item);
        else localStorage.setItem(item, JSON.stringify(progress));
      } catch (error) {
        console.warn(error);
      }
    },
  };
}

/** A UUID that a text always gives. */
function uuidOfText(text: string): string {
  const hex = sha256Hex(new TextEncoder().encode(text));
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
