import type { Json, JsonObject } from './xapi-statement.ts';

/** What the address of a launch says, by cmi5 or as plain xAPI launches do (`endpoint`, `auth`, `actor`, ...). */
export interface XapiLaunch {
  /** With a slash at its end. */
  readonly endpoint: string;
  /** Where a cmi5 launch gets its token, once; null where `auth` is given. */
  readonly fetch: string | null;
  /** Value of the header `Authorization`; null before the token is there. */
  readonly auth: string | null;
  readonly actor: JsonObject;
  readonly activityId: string;
  readonly registration: string | null;
}

/**
 * Reads the query of an address; null where it is of no such launch.
 *
 * @param activityId of the launch where the address names none, as plain launches may
 */
export function xapiLaunchRead(query: URLSearchParams, activityId: string): XapiLaunch | null {
  const endpoint = query.get('endpoint');
  const actor = actorRead(query.get('actor'));
  const fetch = query.get('fetch');
  const auth = query.get('auth');
  if (endpoint === null || !/^https?:\/\//.test(endpoint) || actor === null) return null;
  if (fetch === null && auth === null) return null;
  return {
    endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`,
    fetch,
    auth: fetch === null ? auth : null,
    actor,
    activityId: query.get('activityId') ?? query.get('activity_id') ?? activityId,
    registration: query.get('registration'),
  };
}

/** How a cmi5 course system says that the page is to be run. */
export interface Cmi5LaunchData {
  readonly contextTemplate: JsonObject;
  readonly launchMode: 'normal' | 'browse' | 'review';
  /** 0-1. */
  readonly masteryScore: number | null;
  /** Where to go at the end. */
  readonly returnUrl: string | null;
}

/** Reads the document `LMS.LaunchData`; what is missing in it is as usual. */
export function cmi5LaunchDataRead(document: unknown): Cmi5LaunchData {
  const data = objectOf(document);
  const mode = String(data.launchMode ?? '').toLowerCase();
  const { masteryScore, returnURL } = data;
  const isMastery = typeof masteryScore === 'number' && masteryScore >= 0 && masteryScore <= 1;
  return {
    contextTemplate: objectOf(data.contextTemplate),
    launchMode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    masteryScore: isMastery ? masteryScore : null,
    returnUrl: typeof returnURL === 'string' && /^https?:\/\//.test(returnURL) ? returnURL : null,
  };
}

/** By what a learner is told from others, and a name to greet them by, which may be empty. */
export function actorFacts(actor: JsonObject): { readonly id: string; readonly name: string } {
  const account = objectOf(actor.account);
  const id = [account.homePage, account.name, actor.mbox, actor.mbox_sha1sum, actor.openid]
    .filter((part): part is string => typeof part === 'string')
    .join(' ');
  return { id, name: typeof actor.name === 'string' ? actor.name : '' };
}

function actorRead(text: string | null): JsonObject | null {
  try {
    const actor = JSON.parse(text ?? 'null') as Json;
    if (typeof actor !== 'object' || actor === null || Array.isArray(actor)) return null;
    const given = actor as JsonObject;
    // Launches of old wrote each of an agent's fields as a list.
    const fields = Object.entries(given).map(([name, value]) => [
      name,
      Array.isArray(value) ? value[0] : value,
    ]);
    const agent = Object.fromEntries(fields) as JsonObject;
    return actorFacts(agent).id === '' ? null : agent;
  } catch {
    return null;
  }
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
