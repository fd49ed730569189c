import type { CourseInteraction } from '../../domain/course-system/course-interaction.ts';
import {
  type CourseExit,
  type ScormReport,
  type ScormValue,
  scorm12Interaction,
  scorm12Values,
  scorm2004Interaction,
  scorm2004Values,
} from '../../domain/course-system/scorm-values.ts';
import { SUSPEND_LIMITS, suspendRead, suspendWrite } from '../../domain/course-system/suspend-state.ts';
import { timespanSeconds } from '../../domain/course-system/time.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { suspendPack, suspendUnpack } from '../../formats/suspend/suspend-pack.ts';
import type { CourseLaunch, CourseReport, CourseSaved, CourseSystem } from '../../ports/course-system.ts';
import { type ScormApi, type ScormVersion, scormApiFind } from './scorm-api.ts';

/** Some course systems put their run-time beside the page only after it. */
const FIND_MS = 10_000;
const FIND_EVERY_MS = 100;
/** How long to wait before what was not saved is told again; doubled each time up to the longest. */
const AGAIN_FIRST_MS = 5000;
const AGAIN_MOST_MS = 60_000;

/** Where one version has what, in an order of its own. */
const ELEMENTS = {
  scorm12: {
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    mode: 'cmi.core.lesson_mode',
    mastery: 'cmi.student_data.mastery_score',
    masteryTo100: 1,
    timeMost: 'cmi.student_data.max_time_allowed',
    timeAction: 'cmi.student_data.time_limit_action',
    timeSpent: 'cmi.core.total_time',
    entry: 'cmi.core.entry',
    values: scorm12Values,
    interaction: scorm12Interaction,
  },
  scorm2004: {
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    mode: 'cmi.mode',
    mastery: 'cmi.scaled_passing_score',
    masteryTo100: 100,
    timeMost: 'cmi.max_time_allowed',
    timeAction: 'cmi.time_limit_action',
    timeSpent: 'cmi.total_time',
    entry: 'cmi.entry',
    values: scorm2004Values,
    interaction: scorm2004Interaction,
  },
} as const;

/**
 * Opens the session that a course system of SCORM started.
 *
 * @throws CodedError `course_system`: there is no run-time above the page, or it will not begin
 */
export async function scormSession(
  version: ScormVersion,
  { from = window, findMs = FIND_MS }: { readonly from?: Window; readonly findMs?: number } = {},
): Promise<CourseSystem> {
  const api = await apiAwait(from, version, findMs);
  if (api === null) throw new CodedError('course_system', { code: 'courseNone' });
  if (!api.initialize()) {
    console.warn(api.error());
    throw new CodedError('course_system', { code: 'courseRefused' });
  }
  return sessionOver(api, version);
}

async function apiAwait(from: Window, version: ScormVersion, mostMs: number): Promise<ScormApi | null> {
  const until = performance.now() + mostMs;
  for (;;) {
    const api = scormApiFind(from, version);
    if (api !== null || performance.now() >= until) return api;
    await new Promise((done) => setTimeout(done, FIND_EVERY_MS));
  }
}

function sessionOver(api: ScormApi, version: ScormVersion): CourseSystem {
  const elements = ELEMENTS[version];
  const launch = launchRead(api, version);
  const isTold = launch.mode === 'normal';
  const limit = SUSPEND_LIMITS[version];
  /** Answers that were not set yet. */
  let waiting: CourseInteraction[] = [];
  let listener: (saved: CourseSaved) => void = () => {};
  let latest: CourseReport | null = null;
  let isOver = false;
  let againMs = AGAIN_FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const put = (values: readonly ScormValue[]): boolean => {
    let isAll = true;
    for (const [element, value] of values) {
      if (api.set(element, value)) continue;
      // Most elements are worth having without one that this course system does not know.
      console.warn(`${element}: ${api.error()}`);
      isAll = false;
    }
    return isAll;
  };
  const interactionsPut = (): void => {
    for (const one of waiting) {
      const count = Number(api.get('cmi.interactions._count'));
      put(elements.interaction(one, Number.isInteger(count) && count >= 0 ? count : 0));
    }
    waiting = [];
  };
  const tell = (report: CourseReport, exit: CourseExit): CourseSaved => {
    const { progress, facts, places, scenarioId, sessionS } = report;
    const suspended = suspendWrite({ progress, places }, limit, suspendPack);
    const told: ScormReport = {
      facts,
      suspended: suspended.text,
      location: scenarioId ?? '',
      sessionS,
      exit,
      isScoreAskedFor: launch.masteryScore !== null,
    };
    interactionsPut();
    const values = elements.values(told);
    const isPut = put(values);
    const isKept = api.commit();
    if (!isKept) console.warn(api.error());
    const isSuspended = isPut || api.get('cmi.suspend_data') === suspended.text;
    return isKept && isSuspended
      ? { kind: 'saved', fit: suspended.fit }
      : { kind: 'unsaved', reason: { code: 'courseNotSaved' } };
  };
  const again = (): void => {
    if (timer !== null || isOver) return;
    timer = setTimeout(() => {
      timer = null;
      if (latest !== null && !isOver) reportTell(latest);
    }, againMs);
    againMs = Math.min(2 * againMs, AGAIN_MOST_MS);
  };
  const reportTell = (report: CourseReport): void => {
    latest = report;
    const saved = tell(report, 'suspend');
    listener(saved);
    if (saved.kind === 'unsaved') again();
    else againMs = AGAIN_FIRST_MS;
  };

  return {
    launch,
    answered(one) {
      if (isTold && !isOver) waiting.push(one);
    },
    report(report) {
      if (isTold && !isOver) reportTell(report);
    },
    finish(report, exit) {
      if (isOver) return;
      isOver = true;
      if (timer !== null) clearTimeout(timer);
      if (isTold) {
        const saved = tell(report, exit);
        listener(saved);
      }
      if (!api.terminate()) console.warn(api.error());
    },
    listen(onSaved) {
      listener = onSaved;
    },
    leave: () => false,
  };
}

function launchRead(api: ScormApi, version: ScormVersion): CourseLaunch {
  const elements = ELEMENTS[version];
  const mode = api.get(elements.mode);
  const masteryText = api.get(elements.mastery);
  const mastery = masteryText === '' ? Number.NaN : Number(masteryText) * elements.masteryTo100;
  const most = timespanSeconds(api.get(elements.timeMost));
  const spent = timespanSeconds(api.get(elements.timeSpent)) ?? 0;
  const isNew = api.get(elements.entry) === 'ab-initio';
  return {
    learnerId: api.get(elements.learnerId),
    learnerName: api.get(elements.learnerName),
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    masteryScore: mastery >= 0 && mastery <= 100 ? mastery : null,
    // A course system that begins an attempt anew may still have the text of the one before.
    resumed: isNew ? null : suspendRead(api.get('cmi.suspend_data'), suspendUnpack),
    timeLeftS: most === null || most === 0 ? null : Math.max(0, most - spent),
    isEndedByTime: api.get(elements.timeAction).startsWith('exit'),
  };
}
