import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';

const iri = z.string().check(z.regex(/^[a-z][a-z0-9+.-]*:\S+$/i));
const languageMap = z.record(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/)), z.string());
const extensions = z.record(iri, z.unknown());
const uuid = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const duration = z.string().check(z.regex(/^P(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)$/));
const component = z.strictObject({
  id: z.string().check(z.regex(/^\S+$/)),
  description: z.optional(languageMap),
});
const agent = z.strictObject({
  objectType: z.optional(z.literal('Agent')),
  name: z.optional(z.string()),
  account: z.strictObject({ homePage: iri, name: z.string() }),
});
const definition = z.strictObject({
  type: z.optional(iri),
  name: z.optional(languageMap),
  description: z.optional(languageMap),
  interactionType: z.optional(z.enum(['choice', 'numeric', 'performance'])),
  correctResponsesPattern: z.optional(z.array(z.string())),
  choices: z.optional(z.array(component)),
  steps: z.optional(z.array(component)),
});
const activity = z.strictObject({
  objectType: z.optional(z.literal('Activity')),
  id: iri,
  definition: z.optional(definition),
});
const activities = z.array(activity);
const score = z
  .strictObject({
    scaled: z.number().check(z.gte(-1), z.lte(1)),
    raw: z.number(),
    min: z.number(),
    max: z.number(),
  })
  .check(z.refine(({ raw, min, max }) => min < max && raw >= min && raw <= max));

/** A statement by the Experience API 1.0.3, part 2, section 2, as far as the game has use for it. No property is null. */
const statement = z.strictObject({
  id: uuid,
  timestamp: z.iso.datetime(),
  actor: agent,
  verb: z.strictObject({ id: iri, display: languageMap }),
  object: activity,
  result: z.optional(
    z.strictObject({
      score: z.optional(score),
      success: z.optional(z.boolean()),
      completion: z.optional(z.boolean()),
      response: z.optional(z.string()),
      duration: z.optional(duration),
      extensions: z.optional(extensions),
    }),
  ),
  context: z.strictObject({
    registration: z.optional(uuid),
    contextActivities: z.strictObject({
      parent: z.optional(activities),
      grouping: z.optional(activities),
      category: z.optional(activities),
    }),
    extensions: z.optional(extensions),
  }),
});
export type CheckedStatement = z.infer<typeof statement>;

/** The fault of a statement by that; null where it has none. */
function statementFault(sent: unknown): string | null {
  const read = statement.safeParse(sent);
  return read.success ? null : JSON.stringify(read.error.issues);
}

/** How the next requests for statements are answered: by a status, or cut after the statement was kept. */
export type Fault = number | 'cut' | 'silence';

/** Pages lie elsewhere. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, PUT, POST',
  'Access-Control-Allow-Headers': 'authorization, content-type, x-experience-api-version',
};

/** A learning record store and the cmi5 side of a course system in one. */
export async function lrsFake() {
  const kept = new Map<string, CheckedStatement>();
  const faults: Fault[] = [];
  const bad: string[] = [];
  const states = new Map<string, string>();
  let tokens = 0;
  /** Requests for statements, also those that were answered with a fault. */
  let posts = 0;

  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://lrs');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const end = (status: number, json?: unknown, headers = {}): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...CORS, ...headers });
      response.end(json === undefined ? undefined : JSON.stringify(json));
    };
    if (request.method === 'OPTIONS') return end(204);
    if (url.pathname === '/token') {
      tokens += 1;
      return end(
        200,
        tokens === 1 ? { 'auth-token': 'dG9rZW4=' } : { 'error-code': '1', 'error-text': 'used' },
      );
    }
    if (request.headers.authorization !== 'Basic dG9rZW4=') return end(401);
    if (request.headers['x-experience-api-version'] !== '1.0.3') return end(400);
    if (url.pathname === '/xapi/activities/state') {
      const key = url.searchParams.get('stateId') ?? '';
      if (request.method === 'PUT') states.set(key, body);
      const state = states.get(key);
      if (request.method !== 'GET') return end(204);
      if (state === undefined) return end(404);
      return end(200, JSON.parse(state));
    }
    if (url.pathname !== '/xapi/statements') return end(404);
    posts += 1;
    const fault = faults.shift();
    if (fault === 'silence') return;
    if (typeof fault === 'number')
      return end(fault, undefined, fault === 429 ? { 'Retry-After': '0.01' } : {});
    const sent = [JSON.parse(body)].flat() as { readonly id: string }[];
    for (const one of sent) {
      const wrong = statementFault(one);
      if (wrong !== null) bad.push(wrong);
      const before = kept.get(one.id);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(one)) return end(409);
    }
    for (const one of sent) if (!kept.has(one.id)) kept.set(one.id, one as CheckedStatement);
    if (fault === 'cut') {
      response.destroy();
      return;
    }
    end(
      200,
      sent.map(({ id }) => id),
    );
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    faults,
    bad,
    states,
    /** In the order in which they came. */
    statements: () => [...kept.values()],
    verbs: () => [...kept.values()].map(({ verb }) => verb.display.en),
    posts: () => posts,
    /** The query of a launch of cmi5. */
    launchQuery(): URLSearchParams {
      tokens = 0;
      return new URLSearchParams({
        endpoint: `${address}/xapi`,
        fetch: `${address}/token`,
        actor: JSON.stringify({
          objectType: 'Agent',
          name: 'Ana',
          account: { homePage: 'https://school.example', name: 's-17' },
        }),
        registration: '0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f',
        activityId: 'https://school.example/activity/3',
      });
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
