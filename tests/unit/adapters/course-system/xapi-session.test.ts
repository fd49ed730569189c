import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { xapiSession } from '../../../../src/adapters/course-system/xapi-session.ts';
import { statementQueue } from '../../../../src/adapters/statements/statement-queue.ts';
import type { CourseInteraction } from '../../../../src/domain/course-system/course-interaction.ts';
import { courseFacts } from '../../../../src/domain/course-system/course-progress.ts';
import type { CourseReport, CourseSaved } from '../../../../src/ports/course-system.ts';
import { type Fault, lrsFake } from '../../../support/lrs-fake.ts';

let lrs: Awaited<ReturnType<typeof lrsFake>>;
let database = 0;
beforeEach(async () => {
  // Faults are written to the log for who looks for them.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  lrs = await lrsFake();
  database += 1;
  lrs.states.set(
    'LMS.LaunchData',
    JSON.stringify({
      launchMode: 'Normal',
      masteryScore: 0.6,
      contextTemplate: {
        contextActivities: { grouping: [{ id: 'https://school.example/course' }] },
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' },
      },
    }),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await lrs.close();
});

const open = (query = lrs.launchQuery(), answerMs = 2000) =>
  xapiSession({
    query,
    packageId: 'f875a55f-4d03-4313-b5e4-52d04ff6e477',
    title: 'Two questions',
    language: 'en',
    queue: statementQueue(`statements-${database}`),
    now: () => Date.UTC(2026, 10, 30, 9),
    answerMs,
    againMs: 5,
  });

const answer = (stepId: string, over: Partial<CourseInteraction> = {}): CourseInteraction => ({
  scenarioId: 'f875a55f.two-questions',
  stepId,
  kind: 'choice',
  asked: 'What lies below a rib?',
  answered: 'shadow',
  right: 'shadow',
  options: [
    { value: 'shadow', label: 'A shadow' },
    { value: 'copies', label: 'Copies of it' },
  ],
  score: 100,
  marks: null,
  isSkipped: false,
  latencyS: 3.2,
  weight: 1,
  atMs: Date.UTC(2026, 10, 30, 9, 1),
  ...over,
});

const report = (score: number | null): CourseReport => {
  const progress = { finished: score === null ? {} : { a: { score, isPassed: score >= 60 } } };
  return { progress, facts: courseFacts(progress, ['a'], 60), places: [], scenarioId: 'a', sessionS: 61 };
};

const marked = answer('clear/mark', {
  kind: 'performance',
  asked: 'Mark the pleural line',
  right: null,
  options: [],
  score: 66.7,
  marks: { overlap: 0.7, hits: 2, misses: 1, extras: 0 },
  answered: [
    ['hits', '2'],
    ['misses', '1'],
  ],
});

test('what cmi5 asks for comes in order, each statement by the specification', async () => {
  const system = await open();
  expect(system.launch).toMatchObject({
    learnerName: 'Ana',
    mode: 'normal',
    masteryScore: 60,
    resumed: null,
  });
  system.answered(answer('shadow'));
  system.answered(marked);
  system.report(report(80));
  await expect
    .poll(() => lrs.verbs())
    .toEqual(['initialized', 'answered', 'answered', 'completed', 'passed']);
  system.report(report(80));
  system.finish(report(80), 'done');
  await expect
    .poll(() => lrs.verbs())
    .toEqual(['initialized', 'answered', 'answered', 'completed', 'passed', 'terminated']);
  expect(lrs.bad).toEqual([]);
  const [, , drawn, completed, passed] = lrs.statements();
  expect(drawn?.result).toMatchObject({ response: 'hits[.]2[,]misses[.]1', score: { scaled: 0.667 } });
  expect(
    Object.entries(drawn?.result?.extensions ?? {}).map(([iri, value]) => [iri.split('#')[1], value]),
  ).toEqual([
    ['skipped', false],
    ['overlap', 0.7],
    ['hits', 2],
    ['misses', 1],
    ['extras', 0],
  ]);
  const category = (one: typeof passed) =>
    one?.context.contextActivities.category?.map(({ id }) => id.split('/').at(-1));
  expect(category(passed)).toEqual(['cmi5', 'moveon', expect.stringMatching(/^urn:uuid:/)]);
  expect(category(drawn)).toEqual([expect.stringMatching(/^urn:uuid:/)]);
  expect(completed?.result).toMatchObject({ completion: true, duration: 'PT1M1S' });
  expect(passed?.context.extensions).toMatchObject({
    'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.6,
    'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1',
  });
});

test.each<{ fault: Fault; told: string | null }>([
  { fault: 429, told: 'courseBusy' },
  { fault: 500, told: 'courseUnreachable' },
  { fault: 'cut', told: 'courseUnreachable' },
  { fault: 'silence', told: 'courseUnreachable' },
  { fault: 409, told: null },
])('$fault: everything arrives once, in order', async ({ fault, told }) => {
  const system = await open(undefined, 300);
  await expect.poll(() => lrs.verbs()).toEqual(['initialized']);
  const saids: CourseSaved[] = [];
  system.listen((saved) => saids.push(saved));
  lrs.faults.push(fault);
  for (const stepId of ['one', 'two', 'three']) system.answered(answer(stepId));
  const steps = () => lrs.statements().flatMap(({ object }) => /\/(\w+)$/.exec(object.id)?.[1] ?? []);
  // A conflict says that the first of them is there already.
  const expected = fault === 409 ? ['3', 'two', 'three'] : ['3', 'one', 'two', 'three'];
  await expect.poll(steps).toEqual(expected);
  await expect.poll(() => saids.at(-1)?.kind).toBe('saved');
  const reasons = saids.flatMap((saved) => (saved.kind === 'unsaved' ? [saved.reason.code] : []));
  expect(new Set(reasons)).toEqual(new Set(told === null ? [] : [told]));
  expect(lrs.bad).toEqual([]);
});

test('signed out: it is told, kept, and sent by the next launch before anything else', async () => {
  const system = await open();
  await expect.poll(() => lrs.verbs()).toEqual(['initialized']);
  let saved: CourseSaved | null = null;
  system.listen((now) => {
    saved = now;
  });
  lrs.faults.push(401);
  system.answered(answer('one'));
  await expect.poll(() => saved).toMatchObject({ kind: 'unsaved', reason: { code: 'courseSignedOut' } });
  expect(lrs.verbs()).toEqual(['initialized']);

  await open();
  await expect.poll(() => lrs.verbs()).toEqual(['initialized', 'answered', 'initialized']);
});

test('a statement that is refused for good holds up no other, and is counted', async () => {
  const system = await open();
  await expect.poll(() => lrs.verbs()).toEqual(['initialized']);
  let saved: CourseSaved | null = null;
  system.listen((now) => {
    saved = now;
  });
  lrs.faults.push(400);
  system.answered(answer('one'));
  system.answered(answer('two'));
  await expect.poll(() => lrs.verbs()).toEqual(['initialized', 'answered']);
  await expect
    .poll(() => saved)
    .toEqual({ kind: 'unsaved', reason: { code: 'courseStatementsRefused', count: 1 } });
});

test('what was done is there at the next launch', async () => {
  const system = await open();
  system.report(report(80));
  await expect.poll(() => lrs.states.has('batsign.suspend')).toBe(true);
  system.finish(report(80), 'suspend');
  await expect.poll(() => lrs.verbs()).toContain('terminated');
  const again = await open();
  expect(again.launch.resumed?.progress).toEqual(report(80).progress);
  // Passed once is passed: cmi5 takes it no second time.
  again.report(report(80));
  again.answered(answer('one'));
  await expect.poll(() => lrs.verbs().at(-1)).toBe('answered');
  expect(lrs.verbs().filter((verb) => verb === 'passed')).toHaveLength(1);
});

test('a look back says that it began and ended, and nothing else', async () => {
  lrs.states.set('LMS.LaunchData', JSON.stringify({ launchMode: 'Review', contextTemplate: {} }));
  const system = await open();
  expect(system.launch.mode).toBe('review');
  system.answered(answer('one'));
  system.report(report(80));
  system.finish(report(80), 'done');
  await expect.poll(() => lrs.verbs()).toEqual(['initialized', 'terminated']);
});

test('a course system that is not there, does not answer or lets nobody in is told as that', async () => {
  await expect(open(new URLSearchParams())).rejects.toMatchObject({ fact: { code: 'courseNone' } });
  const wrong = new URLSearchParams([...lrs.launchQuery()]);
  wrong.delete('fetch');
  wrong.set('auth', 'Basic wrong');
  await expect(open(wrong)).rejects.toMatchObject({ fact: { code: 'courseSignedOut' } });
  const query = lrs.launchQuery();
  query.set('fetch', 'http://127.0.0.1:9/');
  await expect(open(query)).rejects.toMatchObject({ fact: { code: 'courseSilent' } });
});

test('a plain launch has no template, and no token to get', async () => {
  const query = lrs.launchQuery();
  query.delete('fetch');
  query.set('auth', 'Basic dG9rZW4=');
  const system = await open(query);
  system.answered(answer('one'));
  await expect.poll(() => lrs.verbs()).toEqual(['initialized', 'answered']);
  expect(lrs.bad).toEqual([]);
  system.finish(report(null), 'suspend');
  await expect.poll(() => lrs.verbs().at(-1)).toBe('suspended');
});
