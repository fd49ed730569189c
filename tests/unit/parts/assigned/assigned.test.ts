// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CourseInteraction } from '../../../../src/domain/course-system/course-interaction.ts';
import type { CourseProgress } from '../../../../src/domain/course-system/course-progress.ts';
import type { Place } from '../../../../src/domain/learning/place.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { assignedCreate, assignedPlacesTake } from '../../../../src/parts/assigned/assigned.ts';
import type { SessionActor } from '../../../../src/parts/session/session-route.ts';
import type { CourseLaunch, CourseReport, CourseSystem } from '../../../../src/ports/course-system.ts';

const scenario = scenarioParse(
  `id: a
title: A
summary: A
course: c
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - { step: question, id: one, ask: 'One?', number: { answer: 1, min: 0, max: 9 }, explain: 'Yes.' }
  - { step: question, id: two, ask: 'Two?', number: { answer: 2, min: 0, max: 9 }, explain: 'Yes.' }
`,
  'a.yaml',
);

const result = (stepId: string, attempts: number, score = 100) => {
  const one = { score, hints: [], hintCost: 0, isSkipped: false, elapsedS: 2, reply: 1, expected: 1 };
  const practice = Array.from({ length: attempts - 1 }, () => one);
  return {
    kind: 'question',
    stepId,
    first: one,
    practice,
    score,
    latestScore: score,
    hintCost: 0,
    isSkipped: false,
    attempts,
  };
};
const place = (savedAtMs: number, ...results: ReturnType<typeof result>[]): Place => ({
  scenarioId: 'a',
  version: 5,
  savedAtMs,
  state: { results: Object.fromEntries(results.map((each) => [each.stepId, each])) },
});

/** The session as far as it is followed. */
function sessionFake() {
  let snapshot = {
    value: 'menu',
    context: {
      scenario: null as unknown,
      scenarioId: null as string | null,
      places: [] as Place[],
      outcome: null as unknown,
    },
  };
  const listeners: ((now: unknown) => void)[] = [];
  const seen = () => ({ ...snapshot, matches: (state: string) => state === snapshot.value });
  return {
    actor: {
      getSnapshot: seen,
      subscribe: (listener: (now: unknown) => void) => listeners.push(listener),
    } as unknown as SessionActor,
    go(value: string, context: object) {
      snapshot = { value, context: { ...snapshot.context, ...context } };
      for (const listener of listeners) listener(seen());
    },
  };
}

function systemFake(over: Partial<CourseLaunch> = {}) {
  const answers: CourseInteraction[] = [];
  const reports: CourseReport[] = [];
  const ends: string[] = [];
  const launch: CourseLaunch = {
    learnerId: 's-17',
    learnerName: 'Ana',
    mode: 'normal',
    masteryScore: null,
    resumed: null,
    timeLeftS: null,
    isEndedByTime: false,
    ...over,
  };
  let tell: Parameters<CourseSystem['listen']>[0] = () => {};
  const system: CourseSystem = {
    launch,
    answered: (one) => answers.push(one),
    report: (one) => reports.push(one),
    finish: (_, exit) => ends.push(exit),
    listen(onSaved) {
      tell = onSaved;
    },
    leave: () => false,
  };
  return { system, answers, reports, ends, tell: (saved: Parameters<typeof tell>[0]) => tell(saved) };
}

let kept: CourseProgress | null = null;
beforeEach(() => {
  kept = null;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function follow(course = systemFake(), passScore: number | null = 60) {
  const session = sessionFake();
  const assigned = assignedCreate({
    title: 'A',
    scenarioIds: ['a'],
    passScore,
    system: course.system,
    session: session.actor,
    unsaved: {
      read: () => kept,
      keep: (progress) => {
        kept = progress;
      },
    },
    now: () => 1000,
    stepAsked: (step) => ('ask' in step ? step.ask : ''),
  });
  return { ...course, session, assigned };
}

test('each answer is told once, with a report; a later try is another', () => {
  const { session, answers, reports } = follow();
  session.go('playing', { scenario, scenarioId: 'a', places: [place(1, result('one', 1))] });
  session.go('playing', { places: [place(2, result('one', 1))] });
  expect(answers.map(({ stepId, asked }) => [stepId, asked])).toEqual([['one', 'One?']]);
  expect(reports).toHaveLength(1);
  session.go('playing', { places: [place(3, result('one', 2))] });
  expect(answers).toHaveLength(2);
});

test('what the course system has is not told again', () => {
  const resumed = { progress: { finished: {} }, places: [place(1, result('one', 1))] };
  const { session, answers } = follow(systemFake({ resumed }));
  session.go('playing', {
    scenario,
    scenarioId: 'a',
    places: [place(2, result('one', 1), result('two', 1))],
  });
  expect(answers.map(({ stepId }) => stepId)).toEqual(['two']);
});

test('the end of a scenario is progress, by the score that the course system asks for', () => {
  const { session, assigned, reports } = follow(systemFake({ masteryScore: 90 }));
  const outcome = { score: 80, isPassed: true, results: [result('one', 1), result('two', 1)] };
  session.go('result', { scenario, scenarioId: 'a', outcome });
  session.go('result', {});
  expect(assigned.facts.value).toEqual({ done: 1, isComplete: true, score: 80, isPassed: false });
  expect(reports).toHaveLength(1);
});

test('what the course system did not save is told at the next launch, and forgotten once it is saved', () => {
  const first = follow();
  const outcome = { score: 80, isPassed: true, results: [result('one', 1)] };
  first.session.go('result', { scenario, scenarioId: 'a', outcome });
  first.tell({ kind: 'unsaved', reason: { code: 'courseNotSaved' } });
  const second = follow();
  expect(second.assigned.facts.value.score).toBe(80);
  expect(second.reports).toHaveLength(1);
  second.tell({ kind: 'saved', fit: 'all' });
  expect(kept).toBeNull();
});

test('closing the page suspends; handing in finished work is done; nothing is told after', () => {
  const { session, assigned, ends, reports } = follow();
  session.go('result', { scenario, scenarioId: 'a', outcome: { score: 80, isPassed: true, results: [] } });
  assigned.finish();
  dispatchEvent(new Event('pagehide'));
  session.go('playing', { places: [place(3, result('two', 1))] });
  expect(ends).toEqual(['done']);
  expect(reports).toHaveLength(1);
  const other = follow();
  dispatchEvent(new Event('pagehide'));
  expect(other.ends).toEqual(['suspend']);
  expect(other.assigned.over.value).toBe('suspend');
});

test('the attempt ends with its time, where the course system says so', () => {
  const ended = follow(systemFake({ timeLeftS: 60, isEndedByTime: true }));
  const told = follow(systemFake({ timeLeftS: 60, isEndedByTime: false }));
  vi.advanceTimersByTime(60_000);
  expect(ended.ends).toEqual(['time-out']);
  expect(told.ends).toEqual([]);
});

test('a place that moves on without an answer is told after a while', () => {
  const { session, reports } = follow();
  session.go('playing', { scenario, scenarioId: 'a', places: [place(1)] });
  vi.advanceTimersByTime(30_000);
  vi.advanceTimersByTime(30_000);
  expect(reports).toHaveLength(1);
  expect(reports[0]?.places).toEqual([place(1)]);
});

test('of a place the newer one stays, wherever it was kept', async () => {
  const saved: Place[] = [];
  const store = {
    placesList: async () => ({ places: [place(5)], ignored: [] }),
    placeClaim: async () => {},
    placeRelease: () => {},
    placeSave: async (one: Place) => void saved.push(one),
  };
  await assignedPlacesTake(store, [place(4)]);
  expect(saved).toEqual([]);
  await assignedPlacesTake(store, [place(6)]);
  expect(saved).toEqual([place(6)]);
});
