import XAPI from '@xapi/xapi';
import type { CourseInteraction } from '../../domain/course-system/course-interaction.ts';
import type { CourseExit } from '../../domain/course-system/scorm-values.ts';
import { suspendRead, suspendWrite } from '../../domain/course-system/suspend-state.ts';
import {
  actorFacts,
  type Cmi5LaunchData,
  cmi5LaunchDataRead,
  type XapiLaunch,
  xapiLaunchRead,
} from '../../domain/course-system/xapi-launch.ts';
import {
  answeredStatement,
  type CourseVerb,
  courseStatement,
  type Statement,
  type StatementFrame,
} from '../../domain/course-system/xapi-statement.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { suspendPack, suspendUnpack } from '../../formats/suspend/suspend-pack.ts';
import type { CourseReport, CourseSaved, CourseSystem } from '../../ports/course-system.ts';
import type { StatementQueue } from '../../ports/statement-queue.ts';
import { type Posted, type SenderState, statementSender } from './statement-sender.ts';

/** A course system that has not answered by then is tried again later. */
const ANSWER_MS = 15_000;
/** Bytes that may be sent while the page closes. */
const CLOSING_MOST = 60_000;
const STATE_ID = 'batsign.suspend';
/** Characters; a document of the state has no limit of its own. */
const STATE_MOST = 5_000_000;

export interface XapiOptions {
  /** The address's query. */
  readonly query: URLSearchParams;
  readonly packageId: string;
  readonly title: string;
  readonly language: string;
  readonly queue: StatementQueue;
  readonly now: () => number;
  readonly answerMs?: number;
  readonly againMs?: number;
}

/**
 * Opens the session that a course system started by cmi5 or as a plain xAPI launch.
 *
 * @throws CodedError `course_system`: the address is of no launch, or the course system does not let the page in or does not
 *   answer
 */
export async function xapiSession(options: XapiOptions): Promise<CourseSystem> {
  const { query, packageId, title, language, queue, now, answerMs = ANSWER_MS, againMs } = options;
  const opened = xapiLaunchRead(query, `urn:uuid:${packageId}`);
  if (opened === null) throw new CodedError('course_system', { code: 'courseNone' });
  const auth = opened.auth ?? (await tokenFetch(opened.fetch ?? '', answerMs));
  const request = requestWithin(answerMs);
  const lrs = new XAPI({ endpoint: opened.endpoint, auth, adapter: request });
  const data = opened.fetch === null ? null : await launchData(lrs, opened);
  const suspended = await stateRead(lrs, opened);
  return sessionOver({
    lrs,
    auth,
    opened,
    data,
    suspended,
    queue,
    now,
    ...(againMs !== undefined && { againMs }),
    frame: {
      actor: opened.actor,
      activityId: opened.activityId,
      registration: opened.registration,
      cmi5: data === null ? null : { contextTemplate: data.contextTemplate, masteryScore: data.masteryScore },
      packageId,
      title,
      language,
      newRandom: () => crypto.getRandomValues(new Uint8Array(16)),
    },
  });
}

interface SessionOver {
  readonly lrs: XAPI;
  readonly auth: string;
  readonly opened: XapiLaunch;
  readonly data: Cmi5LaunchData | null;
  readonly suspended: StateKept | null;
  readonly queue: StatementQueue;
  readonly now: () => number;
  readonly againMs?: number;
  readonly frame: StatementFrame;
}

function sessionOver({
  lrs,
  auth,
  opened,
  data,
  suspended,
  queue,
  now,
  againMs,
  frame,
}: SessionOver): CourseSystem {
  const mode = data?.launchMode ?? 'normal';
  const isTold = mode === 'normal';
  /** What was said of the whole once is not said again, over launches. */
  const said = new Set<string>(suspended?.said);
  let listener: (saved: CourseSaved) => void = () => {};
  let sender: SenderState = { waiting: 0, reason: null };
  let isStateKept = true;
  let isOver = false;
  const tell = (): void => {
    if (sender.reason !== null) listener({ kind: 'unsaved', reason: sender.reason });
    else if (!isStateKept) listener({ kind: 'unsaved', reason: { code: 'courseUnreachable' } });
    else listener(sender.waiting > 0 ? { kind: 'saving' } : { kind: 'saved', fit: 'all' });
  };
  const statements = statementSender({
    queue,
    channel: JSON.stringify([
      opened.endpoint,
      actorFacts(opened.actor).id,
      opened.registration,
      opened.activityId,
    ]),
    post: (statement) => statementPost(lrs, statement),
    onState(state) {
      sender = state;
      tell();
    },
    ...(againMs !== undefined && { firstMs: againMs }),
  });
  void statements.begin();
  globalThis.addEventListener?.('online', () => statements.wake());

  const none = { done: 0, isComplete: false, score: null, isPassed: null };
  // A plain launch has no such beginning by rule, and loses nothing by one.
  statements.add(courseStatement(frame, 'initialized', none, 0, now()));

  const judged = ({ facts, sessionS }: CourseReport): readonly Statement[] => {
    const verbs: Exclude<CourseVerb, 'answered'>[] = [];
    if (facts.isComplete && !said.has('completed')) verbs.push('completed');
    if (facts.isPassed === true && !said.has('passed')) verbs.push('passed');
    // After it was passed once cmi5 takes no failure.
    if (facts.isPassed === false && !said.has('failed') && !said.has('passed')) verbs.push('failed');
    for (const verb of verbs) said.add(verb);
    return verbs.map((verb) => courseStatement(frame, verb, facts, sessionS, now()));
  };
  const stateOf = ({ progress, places }: CourseReport): StateKept => ({
    text: suspendWrite({ progress, places }, STATE_MOST, suspendPack).text,
    said: [...said],
  });
  let lastState = '';
  /** One at a time: an older state that arrives late would be the one that is kept. */
  let keeping: Promise<void> = Promise.resolve();
  const stateKeep = (report: CourseReport): void => {
    const state = stateOf(report);
    const text = JSON.stringify(state);
    if (text === lastState) return;
    lastState = text;
    keeping = keeping.then(async () => {
      if (lastState !== text || isOver) return;
      try {
        await lrs.setState({ ...stateAt(opened), state: { ...state } });
        isStateKept = true;
      } catch (error) {
        console.warn(error);
        isStateKept = false;
        if (lastState === text) lastState = '';
      }
      tell();
    });
  };

  return {
    launch: {
      learnerId: actorFacts(opened.actor).id,
      learnerName: actorFacts(opened.actor).name,
      mode,
      masteryScore: data?.masteryScore == null ? null : data.masteryScore * 100,
      resumed: suspended === null ? null : suspendRead(suspended.text, suspendUnpack),
      timeLeftS: null,
      isEndedByTime: false,
    },
    answered(one: CourseInteraction) {
      if (isTold && !isOver) statements.add(answeredStatement(frame, one));
    },
    report(report) {
      if (!isTold || isOver) return;
      for (const statement of judged(report)) statements.add(statement);
      stateKeep(report);
    },
    finish(report, exit: CourseExit) {
      if (isOver) return;
      isOver = true;
      const last = data !== null || exit === 'done' ? 'terminated' : 'suspended';
      const closing = [
        ...(isTold ? judged(report) : []),
        courseStatement(frame, last, report.facts, report.sessionS, now()),
      ];
      // They lie in the queue too: what does not get through while the page closes is sent by the next launch.
      for (const statement of closing) statements.add(statement);
      const { statements: all, sent } = statements.stop();
      closingPost(opened.endpoint, auth, all, sent);
      if (isTold) closingState(opened, auth, stateOf(report));
    },
    listen(onSaved) {
      listener = onSaved;
      tell();
    },
    leave() {
      if (data?.returnUrl == null) return false;
      location.assign(data.returnUrl);
      return true;
    },
  };
}

interface StateKept {
  readonly text: string;
  readonly said: readonly string[];
}

function stateAt({ actor, activityId, registration }: XapiLaunch) {
  return {
    // The types of the library know an agent by its fields; ours is as the course system wrote it.
    agent: actor as never,
    activityId,
    stateId: STATE_ID,
    ...(registration !== null && { registration }),
  };
}

async function stateRead(lrs: XAPI, opened: XapiLaunch): Promise<StateKept | null> {
  try {
    const { data } = await lrs.getState(stateAt(opened));
    const state = (typeof data === 'object' && data !== null ? data : {}) as Partial<StateKept>;
    return typeof state.text === 'string' && Array.isArray(state.said)
      ? { text: state.text, said: state.said.map(String) }
      : null;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw sessionError(error);
  }
}

async function launchData(lrs: XAPI, opened: XapiLaunch): Promise<Cmi5LaunchData> {
  try {
    const { data } = await lrs.getState({ ...stateAt(opened), stateId: 'LMS.LaunchData' });
    return cmi5LaunchDataRead(data);
  } catch (error) {
    throw sessionError(error);
  }
}

/** The token of a cmi5 launch, which is given once. */
async function tokenFetch(address: string, answerMs: number): Promise<string> {
  const before = tokenKept(address);
  if (before !== null) return before;
  try {
    const { data } = await requestWithin(answerMs)<{ 'auth-token'?: unknown }>({
      url: address,
      method: 'POST',
    });
    const token = data?.['auth-token'];
    if (typeof token === 'string' && token !== '') return tokenKeep(address, `Basic ${token}`);
  } catch (error) {
    throw sessionError(error);
  }
  // It was given before: the page was loaded anew, or opened a second time.
  throw new CodedError('course_system', { code: 'courseSignedOut' });
}

const TOKEN = 'batsign.course.token';

/** A page that is loaded anew in its tab gets no second token. */
function tokenKept(address: string): string | null {
  try {
    const kept = jsonRead(sessionStorage.getItem(TOKEN) ?? '') as { of?: unknown; auth?: unknown };
    return kept.of === address && typeof kept.auth === 'string' ? kept.auth : null;
  } catch {
    return null;
  }
}

function tokenKeep(address: string, auth: string): string {
  try {
    sessionStorage.setItem(TOKEN, JSON.stringify({ of: address, auth }));
  } catch {
    // Without a memory a page that is loaded anew has to be opened from the course again.
  }
  return auth;
}

async function statementPost(lrs: XAPI, statement: Statement): Promise<Posted> {
  try {
    await lrs.sendStatement({ statement: statement as never });
    return { kind: 'kept' };
  } catch (error) {
    const status = statusOf(error);
    // Under its id there is one already: the answer to the first try was lost.
    if (status === 409) return { kind: 'kept' };
    if (status === 401 || status === 403) return { kind: 'signed_out' };
    if (status === 400 || status === 413 || status === 422) return { kind: 'refused' };
    const seconds = error instanceof AnswerError ? Number(error.retryAfter ?? '') : Number.NaN;
    return { kind: 'later', afterMs: seconds > 0 ? seconds * 1000 : null, isBusy: status === 429 };
  }
}

/** Statements in one request that goes on after the page. */
function closingPost(
  endpoint: string,
  auth: string,
  statements: readonly Statement[],
  sent: () => Promise<void>,
): void {
  // The newest may be too many: those before them wait for the next launch.
  let some = statements;
  while (JSON.stringify(some).length > CLOSING_MOST && some.length > 0) some = some.slice(0, -1);
  if (some.length === 0) return;
  const isAll = some.length === statements.length;
  closingSend(`${endpoint}statements`, 'POST', auth, JSON.stringify(some), isAll ? sent : undefined);
}

function closingState(opened: XapiLaunch, auth: string, state: StateKept): void {
  const text = JSON.stringify(state);
  if (text.length > CLOSING_MOST) return;
  const query = new URLSearchParams({
    agent: JSON.stringify(opened.actor),
    activityId: opened.activityId,
    stateId: STATE_ID,
    ...(opened.registration !== null && { registration: opened.registration }),
  });
  closingSend(`${opened.endpoint}activities/state?${query}`, 'PUT', auth, text);
}

function closingSend(
  url: string,
  method: string,
  auth: string,
  body: string,
  sent: () => Promise<void> = async () => {},
): void {
  const headers = {
    Authorization: auth,
    'Content-Type': 'application/json',
    'X-Experience-API-Version': '1.0.3',
  };
  fetch(url, { method, headers, body, keepalive: true })
    .then((response) => (response.ok ? sent() : undefined))
    .catch((error: unknown) => console.warn(error));
}

/** Something else than what was asked for. */
class AnswerError extends Error {
  override readonly name = 'AnswerError';
  constructor(
    readonly status: number,
    readonly retryAfter: string | null,
  ) {
    super(`Answered with ${status}.`);
  }
}

function statusOf(error: unknown): number | null {
  return error instanceof AnswerError ? error.status : null;
}

function sessionError(cause: unknown): CodedError<string> {
  const status = statusOf(cause);
  const isOut = status === 401 || status === 403;
  const code = isOut ? 'courseSignedOut' : status === null ? 'courseSilent' : 'courseRefused';
  return new CodedError('course_system', { code }, { cause });
}

/** How the library asks: by `fetch`, given up after a while. */
function requestWithin(answerMs: number) {
  return async <T>({
    url,
    method,
    headers = {},
    data,
  }: {
    readonly url: string;
    readonly method: string;
    readonly headers?: Record<string, string>;
    readonly data?: unknown;
  }): Promise<{ data: T; headers: Record<string, string>; status: number }> => {
    const named = Object.entries(headers).filter(([, value]) => value !== undefined);
    const response = await fetch(url, {
      method,
      headers: Object.fromEntries(named),
      ...(data !== undefined && { body: JSON.stringify(data) }),
      signal: AbortSignal.timeout(answerMs),
    });
    if (!response.ok) throw new AnswerError(response.status, response.headers.get('retry-after'));
    const text = await response.text();
    return {
      data: jsonRead(text) as T,
      headers: Object.fromEntries(response.headers),
      status: response.status,
    };
  };
}

function jsonRead(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
