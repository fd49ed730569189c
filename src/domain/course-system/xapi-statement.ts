import { uuidOf } from '../digest/uuid.ts';
import type { CourseInteraction } from './course-interaction.ts';
import type { CourseFacts } from './course-progress.ts';
import { answeredText } from './scorm-values.ts';
import { isoDuration } from './time.ts';

/** Plain data, as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export interface Statement extends JsonObject {
  readonly id: string;
  readonly timestamp: string;
}

/** What all statements of a launch share. */
export interface StatementFrame {
  /** The learner, as the course system names them. */
  readonly actor: JsonObject;
  /** IRI of what was launched, as the course system names it. */
  readonly activityId: string;
  readonly registration: string | null;
  /** A cmi5 launch asks for the context that it gave; null for a plain one. */
  readonly cmi5: {
    readonly contextTemplate: JsonObject;
    /** 0-1; null where none was given. */
    readonly masteryScore: number | null;
  } | null;
  /** UUID of the package, by which its scenarios have their IRIs. */
  readonly packageId: string;
  readonly title: string;
  /** Of titles and questions, e.g. `en`. */
  readonly language: string;
  readonly newRandom: () => Uint8Array;
}

/** The IRI under which all terms of ours stand; see docs/xapi-profile.md. */
const PROFILE = 'urn:uuid:6f0a1d0e-7c1e-4f57-9f63-2d5b0c6c8a11';

/** Verbs of ADL that are used, and that cmi5 defines. */
const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  suspended: 'http://adlnet.gov/expapi/verbs/suspended',
} as const;
export type CourseVerb = keyof typeof VERBS;

const INTERACTION_TYPE = 'http://adlnet.gov/expapi/activities/cmi.interaction';
const SIMULATION_TYPE = 'http://adlnet.gov/expapi/activities/simulation';
const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** A statement on what was launched as a whole; cmi5 allows each of them at its own time only. */
export function courseStatement(
  frame: StatementFrame,
  verb: Exclude<CourseVerb, 'answered'>,
  facts: CourseFacts,
  sessionS: number,
  atMs: number,
): Statement {
  const isJudged = verb === 'passed' || verb === 'failed';
  const isMoving = isJudged || verb === 'completed';
  const result: JsonObject | null =
    verb === 'initialized'
      ? null
      : {
          duration: isoDuration(sessionS),
          ...(verb === 'completed' && { completion: true }),
          ...(isJudged && { success: verb === 'passed' }),
          ...(isJudged && facts.score !== null && { score: scoreOf(facts.score) }),
          ...((verb === 'terminated' || verb === 'suspended') && {
            extensions: { [`${PROFILE}#progress`]: Math.round(facts.done * 100) },
          }),
        };
  return {
    id: uuidOf(frame.newRandom()),
    timestamp: new Date(atMs).toISOString(),
    actor: frame.actor,
    verb: verbOf(verb),
    object: {
      objectType: 'Activity',
      id: frame.activityId,
      definition: { type: SIMULATION_TYPE, name: { [frame.language]: frame.title } },
    },
    ...(result !== null && { result }),
    context: contextOf(frame, {
      isDefined: verb !== 'suspended',
      isMoving,
      mastery: isJudged ? (frame.cmi5?.masteryScore ?? null) : null,
      parent: null,
    }),
  };
}

/** A statement that one thing was answered, drawn or found. */
export function answeredStatement(frame: StatementFrame, one: CourseInteraction): Statement {
  const scenario = `urn:uuid:${frame.packageId}#${encodeURIComponent(one.scenarioId)}`;
  const { marks, score } = one;
  const response = answeredText(one);
  return {
    id: uuidOf(frame.newRandom()),
    timestamp: new Date(one.atMs).toISOString(),
    actor: frame.actor,
    verb: verbOf('answered'),
    object: {
      objectType: 'Activity',
      id: `${scenario}/${one.stepId.split('/').map(encodeURIComponent).join('/')}`,
      definition: {
        type: INTERACTION_TYPE,
        interactionType: one.kind,
        name: { [frame.language]: one.asked },
        ...(one.right !== null && {
          correctResponsesPattern: [one.kind === 'numeric' ? `${one.right}[:]${one.right}` : one.right],
        }),
        ...(one.kind === 'choice' && {
          choices: one.options.map(({ value, label }) => ({
            id: value,
            description: { [frame.language]: label },
          })),
        }),
        ...(one.kind === 'performance' &&
          typeof one.answered !== 'string' && {
            steps: one.answered.map(([name]) => ({ id: name, description: { en: name } })),
          }),
      },
    },
    result: {
      ...(response !== '' && { response }),
      ...(score !== null && {
        score: scoreOf(score),
        ...(one.kind !== 'performance' && { success: score === 100 }),
      }),
      duration: isoDuration(one.latencyS),
      extensions: {
        [`${PROFILE}#skipped`]: one.isSkipped,
        ...(marks !== null && {
          [`${PROFILE}#overlap`]: Number(marks.overlap.toFixed(4)),
          [`${PROFILE}#hits`]: marks.hits,
          [`${PROFILE}#misses`]: marks.misses,
          [`${PROFILE}#extras`]: marks.extras,
        }),
      },
    },
    context: contextOf(frame, {
      isDefined: false,
      isMoving: false,
      mastery: null,
      parent: scenario,
    }),
  };
}

function verbOf(verb: CourseVerb): JsonObject {
  return { id: VERBS[verb], display: { en: verb } };
}

function scoreOf(score: number): JsonObject {
  const raw = Number(score.toFixed(2));
  return { scaled: Number((score / 100).toFixed(4)), raw, min: 0, max: 100 };
}

/** `isDefined`: of the statements that cmi5 itself defines. */
function contextOf(
  { registration, cmi5, activityId }: StatementFrame,
  {
    isDefined,
    isMoving,
    mastery,
    parent,
  }: {
    readonly isDefined: boolean;
    readonly isMoving: boolean;
    readonly mastery: number | null;
    readonly parent: string | null;
  },
): JsonObject {
  const template = cmi5?.contextTemplate ?? {};
  const given = (template.contextActivities ?? {}) as JsonObject;
  const category = [
    ...listOf(given.category),
    ...(cmi5 !== null && isDefined ? [{ id: CMI5_CATEGORY }] : []),
    ...(cmi5 !== null && isMoving ? [{ id: MOVE_ON_CATEGORY }] : []),
    // Who analyses statements finds by it what the extensions mean.
    { id: PROFILE, definition: { type: 'http://adlnet.gov/expapi/activities/profile' } },
  ];
  const activities: JsonObject = {
    ...given,
    category,
    ...(parent !== null && {
      parent: [...listOf(given.parent), { id: parent, definition: { type: SIMULATION_TYPE } }],
      grouping: [...listOf(given.grouping), { id: activityId }],
    }),
  };
  return {
    ...template,
    ...(registration !== null && { registration }),
    contextActivities: activities,
    ...((mastery !== null || template.extensions !== undefined) && {
      extensions: {
        ...((template.extensions ?? {}) as JsonObject),
        ...(mastery !== null && { [MASTERY]: mastery }),
      },
    }),
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Json];
}
