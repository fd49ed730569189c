import { type ReadonlySignal, signal } from '@preact/signals';
import { courseInteraction } from '../../domain/course-system/course-interaction.ts';
import {
  COURSE_NONE,
  type CourseFacts,
  type CourseProgress,
  courseFacts,
  courseFinish,
  courseMerge,
} from '../../domain/course-system/course-progress.ts';
import type { CourseExit } from '../../domain/course-system/scorm-values.ts';
import type { Place } from '../../domain/learning/place.ts';
import type { StepResult } from '../../domain/learning/progress.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { type GradedStep, type Scenario, stepIsGraded } from '../../domain/scenario/scenario.ts';
import type { CourseReport, CourseSaved, CourseSystem } from '../../ports/course-system.ts';
import type { Store } from '../../ports/store.ts';
import type { SessionActor } from '../session/session-route.ts';

/** How far the course system knows what was done; `apart` where there is none, and all stays on this device. */
export type AssignedSaved = CourseSaved | { readonly kind: 'apart'; readonly reason: MessageFact };

/** What a course system assigned, and how far it is done and told. */
export interface Assigned {
  readonly title: string;
  /** Empty where the course system names nobody. */
  readonly learnerName: string;
  readonly mode: 'normal' | 'browse' | 'review';
  readonly scenarioIds: readonly string[];
  /** Asked for on the whole, 0-100: by the course system, else by the package; null where each scenario's own decides. */
  readonly passScore: number | null;
  readonly progress: ReadonlySignal<CourseProgress>;
  readonly facts: ReadonlySignal<CourseFacts>;
  readonly saved: ReadonlySignal<AssignedSaved>;
  /** Why nothing is told any more; null while it goes on. */
  readonly over: ReadonlySignal<CourseExit | null>;
  /** Hands in for good, and leaves the page where the course system said where to go. */
  finish(): void;
}

/** Progress that the course system has not got, kept on this device. */
export interface ProgressUnsaved {
  read(): CourseProgress | null;
  /** Null once all is saved. */
  keep(progress: CourseProgress | null): void;
}

export interface AssignedOptions {
  readonly title: string;
  readonly scenarioIds: readonly string[];
  /** 0-100; null where each scenario's own decides. */
  readonly passScore: number | null;
  /** Or why there is none. */
  readonly system: CourseSystem | MessageFact;
  readonly session: SessionActor;
  readonly unsaved: ProgressUnsaved;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What a step asks, in words. */
  readonly stepAsked: (step: GradedStep) => string;
}

/** While nothing is answered the place is told that often. */
const PLACE_EVERY_MS = 30_000;

/** Follows the session, and tells the course system what is done in it. */
export function assignedCreate(options: AssignedOptions): Assigned {
  const { title, scenarioIds, session, unsaved, now, stepAsked } = options;
  const system = 'launch' in options.system ? options.system : null;
  const launch = system?.launch ?? null;
  const passScore = launch?.masteryScore ?? options.passScore;
  const begunMs = now();
  const progress = signal<CourseProgress>(
    courseMerge(launch?.resumed?.progress ?? COURSE_NONE, unsaved.read() ?? COURSE_NONE),
  );
  const factsNow = (): CourseFacts => courseFacts(progress.value, scenarioIds, passScore);
  const facts = signal(factsNow());
  const saved = signal<AssignedSaved>(
    system === null
      ? { kind: 'apart', reason: options.system as MessageFact }
      : { kind: 'saved', fit: 'all' },
  );
  const over = signal<CourseExit | null>(null);
  /** How many tries of each step the course system was told of. */
  const told = new Map<string, number>();
  for (const { scenarioId, state } of launch?.resumed?.places ?? []) {
    for (const result of resultsOf(state)) told.set(`${scenarioId} ${result.stepId}`, result.attempts);
  }

  const report = (): CourseReport => {
    const { context } = session.getSnapshot();
    return {
      progress: progress.value,
      facts: facts.value,
      places: context.places.filter(({ scenarioId }) => scenarioIds.includes(scenarioId)),
      scenarioId: context.scenarioId,
      sessionS: (now() - begunMs) / 1000,
    };
  };
  let reportedPlace: Place | undefined;
  const tell = (): void => {
    if (over.value !== null) return;
    const one = report();
    reportedPlace = one.places[0];
    system?.report(one);
  };
  const isWorthTelling = (): boolean => report().places[0] !== reportedPlace;

  const answersTake = (scenario: Scenario, results: readonly StepResult[]): boolean => {
    let isNew = false;
    for (const result of results) {
      const key = `${scenario.id} ${result.stepId}`;
      const before = told.get(key);
      if (before === result.attempts) continue;
      told.set(key, result.attempts);
      const step = scenario.steps.find(({ id }) => id === result.stepId);
      if (step === undefined || !stepIsGraded(step)) continue;
      isNew = true;
      system?.answered(courseInteraction(scenario.id, step, result, stepAsked(step), now()));
    }
    return isNew;
  };

  let outcomeTaken: unknown = null;
  session.subscribe((snapshot) => {
    const { scenario, outcome, places } = snapshot.context;
    if (scenario === null || !scenarioIds.includes(scenario.id)) return;
    if (snapshot.matches('playing')) {
      const place = places.find(({ scenarioId }) => scenarioId === scenario.id);
      if (place !== undefined && answersTake(scenario, resultsOf(place.state))) tell();
      return;
    }
    if (!snapshot.matches('result') || outcome === null || outcome === outcomeTaken) return;
    outcomeTaken = outcome;
    answersTake(scenario, outcome.results);
    // Another play of it answers each step anew.
    for (const key of [...told.keys()]) if (key.startsWith(`${scenario.id} `)) told.delete(key);
    progress.value = courseFinish(progress.value, scenario.id, outcome);
    facts.value = factsNow();
    unsaved.keep(progress.value);
    tell();
  });

  system?.listen((how) => {
    saved.value = how;
    if (how.kind === 'saved' && system.launch.mode === 'normal') unsaved.keep(null);
  });
  const end = (exit: CourseExit): void => {
    if (over.value !== null) return;
    const last = report();
    over.value = exit;
    system?.finish(last, exit);
  };
  if (system !== null) {
    if (unsaved.read() !== null) tell();
    setInterval(() => {
      if (isWorthTelling()) tell();
    }, PLACE_EVERY_MS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && isWorthTelling()) tell();
    });
    addEventListener('pagehide', () => end('suspend'));
    // A page that comes back as it was left has told that it is over.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload();
    });
    const { timeLeftS, isEndedByTime } = system.launch;
    if (timeLeftS !== null && isEndedByTime) setTimeout(() => end('time-out'), timeLeftS * 1000);
  }

  return {
    title,
    learnerName: launch?.learnerName ?? '',
    mode: launch?.mode ?? 'normal',
    scenarioIds,
    passScore,
    progress,
    facts,
    saved,
    over,
    finish() {
      end(facts.value.isComplete ? 'done' : 'suspend');
      system?.leave();
    },
  };
}

/** Lays down what the course system kept, where this device has nothing newer. */
export async function assignedPlacesTake(
  store: Pick<Store, 'placesList' | 'placeClaim' | 'placeRelease' | 'placeSave'>,
  places: readonly Place[],
): Promise<void> {
  const { places: here } = await store.placesList();
  for (const place of places) {
    const own = here.find(({ scenarioId }) => scenarioId === place.scenarioId);
    if (own !== undefined && own.savedAtMs >= place.savedAtMs) continue;
    await store.placeClaim(place.scenarioId);
    await store.placeSave(place);
    store.placeRelease(place.scenarioId);
  }
}

/** The results of a half-played scenario; none where its state is of another version. */
function resultsOf(state: unknown): readonly StepResult[] {
  const { results } = (state ?? {}) as { readonly results?: Readonly<Record<string, StepResult>> };
  return Object.values(results ?? {});
}
