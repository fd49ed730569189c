import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CourseInteraction,
  courseInteraction,
  marksMeasured,
} from '../../../../src/domain/course-system/course-interaction.ts';
import {
  COURSE_NONE,
  courseFacts,
  courseFinish,
  courseMerge,
} from '../../../../src/domain/course-system/course-progress.ts';
import {
  interactionId,
  type ScormValue,
  scorm12Interaction,
  scorm12Values,
  scorm2004Interaction,
  scorm2004Values,
} from '../../../../src/domain/course-system/scorm-values.ts';
import { suspendRead, suspendWrite } from '../../../../src/domain/course-system/suspend-state.ts';
import { isoDuration, scorm12Timespan, timespanSeconds } from '../../../../src/domain/course-system/time.ts';
import {
  actorFacts,
  cmi5LaunchDataRead,
  xapiLaunchRead,
} from '../../../../src/domain/course-system/xapi-launch.ts';
import { suspendPack, suspendUnpack } from '../../../../src/formats/suspend/suspend-pack.ts';

describe('how long something took', () => {
  test.each([
    [0, '0000:00:00.00', 'PT0S'],
    [61.5, '0000:01:01.50', 'PT1M1.5S'],
    [3725.04, '0001:02:05.04', 'PT1H2M5.04S'],
    [59.999, '0000:01:00.00', 'PT1M0S'],
  ])('%d s', (seconds, scorm12, iso) => {
    expect(scorm12Timespan(seconds)).toBe(scorm12);
    expect(isoDuration(seconds)).toBe(iso);
  });
  test('is read back in both forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000_000 }), (hundredths) => {
        const seconds = hundredths / 100;
        expect(timespanSeconds(scorm12Timespan(seconds))).toBeCloseTo(seconds, 6);
        expect(timespanSeconds(isoDuration(seconds))).toBeCloseTo(seconds, 6);
      }),
    );
    expect(timespanSeconds('P1DT1H')).toBe(90_000);
    for (const text of ['', 'P', 'PT', 'an hour', '1:2']) expect(timespanSeconds(text)).toBeNull();
  });
});

describe('what a course system is told of the whole', () => {
  const half = courseFinish(COURSE_NONE, 'a', { score: 80, isPassed: true });
  test('what is still to be played counts nothing, and nobody has failed yet', () => {
    expect(courseFacts(COURSE_NONE, ['a', 'b'], 50)).toEqual({
      done: 0,
      isComplete: false,
      score: null,
      isPassed: null,
    });
    expect(courseFacts(half, ['a', 'b'], 50)).toEqual({
      done: 0.5,
      isComplete: false,
      score: 40,
      isPassed: null,
    });
  });
  test('the mean passes by the score that is asked for, else each by its own', () => {
    const all = courseFinish(half, 'b', { score: 50, isPassed: false });
    expect(courseFacts(all, ['a', 'b'], 65)).toMatchObject({ score: 65, isPassed: true });
    expect(courseFacts(all, ['a', 'b'], 66)).toMatchObject({ score: 65, isPassed: false });
    expect(courseFacts(all, ['a', 'b'], null)).toMatchObject({ isPassed: false });
  });
  test('what cannot be scored is done, and takes no part in the mean', () => {
    const read = courseFinish(half, 'b', { score: null, isPassed: false });
    expect(courseFacts(read, ['a', 'b'], null)).toMatchObject({
      isComplete: true,
      score: 80,
      isPassed: true,
    });
    const only = courseFinish(COURSE_NONE, 'b', { score: null, isPassed: false });
    expect(courseFacts(only, ['b'], 50)).toMatchObject({ isComplete: true, score: null, isPassed: null });
  });
  test('the better play stays, wherever it was kept', () => {
    const worse = courseFinish(COURSE_NONE, 'a', { score: 20, isPassed: false });
    expect(courseFinish(half, 'a', { score: 20, isPassed: false })).toEqual(half);
    expect(courseMerge(worse, half)).toEqual(half);
    expect(courseMerge(half, worse)).toEqual(half);
  });
});

const choice: CourseInteraction = {
  scenarioId: 'f875a55f.two-questions',
  stepId: 'round one/shadow',
  kind: 'choice',
  asked: 'What lies below a rib?',
  answered: 'copies of-it',
  right: 'shadow',
  options: [
    { value: 'shadow', label: 'A shadow' },
    { value: 'copies of-it', label: 'Copies' },
  ],
  score: 0,
  marks: null,
  isSkipped: false,
  latencyS: 3.2,
  weight: 1,
  atMs: Date.UTC(2026, 10, 30, 9, 1, 2, 340),
};

describe('an answer', () => {
  test('is a letter in SCORM 1.2', () => {
    const values = Object.fromEntries(scorm12Interaction(choice, 2));
    expect(values).toMatchObject({
      'cmi.interactions.2.id': 'f875a55f.two-questions_round_one_shadow',
      'cmi.interactions.2.student_response': 'b',
      'cmi.interactions.2.correct_responses.0.pattern': 'a',
      'cmi.interactions.2.result': 'wrong',
      'cmi.interactions.2.latency': '0000:00:03.20',
    });
    expect(values['cmi.interactions.2.time']).toMatch(/^\d\d:01:02$/);
  });
  test('keeps its name in SCORM 2004, and is told with what was asked', () => {
    expect(Object.fromEntries(scorm2004Interaction(choice, 0))).toMatchObject({
      'cmi.interactions.0.learner_response': 'copies_of_it',
      'cmi.interactions.0.correct_responses.0.pattern': 'shadow',
      'cmi.interactions.0.result': 'incorrect',
      'cmi.interactions.0.timestamp': '2026-11-30T09:01:02.34Z',
      'cmi.interactions.0.description': 'What lies below a rib?',
    });
  });
  test('that is a number has its right value as a range from and to it; half right is a half', () => {
    const number = { ...choice, kind: 'numeric', answered: '3', right: '2', options: [], score: 50 } as const;
    expect(Object.fromEntries(scorm2004Interaction(number, 0))).toMatchObject({
      'cmi.interactions.0.correct_responses.0.pattern': '2[:]2',
      'cmi.interactions.0.result': '0.5',
    });
    expect(Object.fromEntries(scorm12Interaction(number, 0))).toMatchObject({
      'cmi.interactions.0.correct_responses.0.pattern': '2',
    });
  });
  test('skipped has no response, and what cannot be scored is neutral', () => {
    const none = { ...choice, answered: '', right: null, score: null };
    for (const write of [scorm12Interaction, scorm2004Interaction]) {
      const names = write(none, 0).map(([name]) => name.split('.').at(-1));
      expect(names.join()).not.toMatch(/response|pattern/);
      expect(Object.fromEntries(write(none, 0))['cmi.interactions.0.result']).toBe('neutral');
    }
  });
  test('of marks tells hits, misses and extras: lines one by one, areas as wholes', () => {
    const base = {
      status: 'scored',
      score: 50,
      dice: 0,
      iou: 0,
      toleranceMm: 2,
      provenance: 'phantom_truth',
    } as const;
    const count = { marked: 3, expected: 4, matched: 2 };
    expect(
      marksMeasured([
        { ...base, finding: 'b_line', count, overlap: 0.5, precision: 0.6, recall: 0.5 },
        { ...base, finding: 'rib', count: null, overlap: 0.8, precision: 0.8, recall: 0.8 },
        { ...base, finding: 'pleural_effusion', count: null, overlap: 0, precision: 0, recall: null },
        { ...base, finding: 'pleural_line', count: null, overlap: 0, precision: null, recall: 0 },
        {
          ...base,
          finding: 'a_line',
          status: 'not_scored',
          count,
          overlap: 0,
          precision: null,
          recall: null,
        },
      ]),
    ).toEqual({ overlap: 0.325, hits: 3, misses: 3, extras: 2 });
    expect(marksMeasured([])).toBeNull();
  });
  test('is that of the last try', () => {
    const one = { score: 100, hints: [], hintCost: 0, isSkipped: false, elapsedS: 4 };
    const found = courseInteraction(
      'a',
      { id: 'find', kind: 'scan', weight: 2 } as never,
      {
        kind: 'scan',
        stepId: 'find',
        first: { ...one, misses: 2, isFound: false, score: 0 },
        practice: [{ ...one, misses: 1, isFound: true }],
      } as never,
      'Find it',
      5,
    );
    expect(found).toMatchObject({ kind: 'performance', score: 100, weight: 2, latencyS: 4 });
    expect(found.answered).toEqual([
      ['found', 'yes'],
      ['misses', '1'],
    ]);
  });
  test('has an id of letters that every course system takes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (scenarioId, stepId) => {
        expect(interactionId({ scenarioId, stepId })).toMatch(/^[A-Za-z0-9_.-]{1,250}$/);
      }),
    );
  });
});

describe('a report', () => {
  const facts = { done: 1, isComplete: true, score: 66.666, isPassed: true };
  const report = {
    facts,
    suspended: 'b1.x',
    location: 'a',
    sessionS: 60,
    exit: 'suspend',
    isScoreAskedFor: false,
  } as const;
  test('is one status in SCORM 1.2', () => {
    const told = (change: object) =>
      Object.fromEntries(scorm12Values({ ...report, facts: { ...facts, ...change } }));
    expect(told({})).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.core.score.raw': '66.67',
      'cmi.core.session_time': '0000:01:00.00',
      'cmi.core.exit': 'suspend',
    });
    expect(told({ isPassed: false })['cmi.core.lesson_status']).toBe('failed');
    expect(told({ isPassed: null, score: null })['cmi.core.lesson_status']).toBe('completed');
    expect(told({ isComplete: false, isPassed: null })['cmi.core.lesson_status']).toBe('incomplete');
    expect(told({ score: null })).not.toHaveProperty(['cmi.core.score.raw']);
  });
  test('has no score of what is half done where the course system would judge it', () => {
    const half = { ...report, facts: { done: 0.5, isComplete: false, score: 45, isPassed: null } };
    const scores = (values: readonly ScormValue[]) => values.filter(([element]) => element.includes('score'));
    for (const values of [scorm12Values, scorm2004Values]) {
      expect(scores(values(half)).length).toBeGreaterThan(0);
      expect(scores(values({ ...half, isScoreAskedFor: true }))).toEqual([]);
      expect(scores(values({ ...report, isScoreAskedFor: true })).length).toBeGreaterThan(0);
    }
  });
  test('is two of them in SCORM 2004', () => {
    expect(Object.fromEntries(scorm2004Values({ ...report, exit: 'done' }))).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'passed',
      'cmi.score.scaled': '0.6667',
      'cmi.progress_measure': '1',
      'cmi.exit': 'normal',
    });
  });
});

describe('what a course system keeps', () => {
  const noise = (length: number): string =>
    Array.from({ length }, (_, i) => String.fromCharCode(33 + ((i * 7919 + ((i * i) % 89)) % 90))).join('');
  const place = (drawn: string, answered: string) => ({
    scenarioId: 'a',
    version: 5,
    savedAtMs: 1,
    state: {
      results: { mark: { first: { marks: answered, score: 50 }, practice: [], attempts: 1 } },
      history: drawn,
      clip: null,
    },
  });
  const progress = courseFinish(COURSE_NONE, 'b', { score: 80, isPassed: true });
  test('comes back as it was', () => {
    const state = { progress, places: [place('drawn', 'answered')] };
    const written = suspendWrite(state, 4096, suspendPack);
    expect(written.fit).toBe('all');
    expect(written.text).toMatch(/^b1\.[A-Za-z0-9_-]+$/);
    expect(suspendRead(written.text, suspendUnpack)).toEqual(state);
  });
  test('is of the marks of answers before the first to go, then of what is half-played', () => {
    const answers = suspendWrite({ progress, places: [place('drawn', noise(9000))] }, 4096, suspendPack);
    expect(answers.fit).toBe('answers');
    expect(suspendRead(answers.text, suspendUnpack)?.places[0]?.state).toMatchObject({
      history: 'drawn',
      results: { mark: { first: { marks: null, score: 50 } } },
    });
    const finished = suspendWrite({ progress, places: [place(noise(9000), '')] }, 4096, suspendPack);
    expect(finished).toMatchObject({ fit: 'finished' });
    expect(finished.text.length).toBeLessThanOrEqual(4096);
    expect(suspendRead(finished.text, suspendUnpack)).toEqual({ progress, places: [] });
  });
  test('is nothing where it is of another hand', () => {
    for (const text of ['', 'page=3', 'b1.', 'b1.!!', suspendPack('{"v":2}'), suspendPack('no json')]) {
      expect(suspendRead(text, suspendUnpack)).toBeNull();
    }
  });
});

describe('a launch by xAPI', () => {
  const actor = '{"objectType":"Agent","name":"Ana","account":{"homePage":"https://s.example","name":"17"}}';
  const query = (change: Readonly<Record<string, string>>) =>
    new URLSearchParams({
      endpoint: 'https://lrs.example/x',
      actor,
      fetch: 'https://lrs.example/t',
      ...change,
    });
  test('is read with its endpoint as a folder', () => {
    expect(xapiLaunchRead(query({ activityId: 'urn:a' }), 'urn:b')).toMatchObject({
      endpoint: 'https://lrs.example/x/',
      auth: null,
      activityId: 'urn:a',
      registration: null,
    });
  });
  test('is none without a place, a learner or a way in', () => {
    expect(xapiLaunchRead(query({ endpoint: 'javascript:alert(1)' }), '')).toBeNull();
    expect(xapiLaunchRead(query({ actor: '{}' }), '')).toBeNull();
    expect(xapiLaunchRead(query({ actor: 'no json' }), '')).toBeNull();
    const none = query({});
    none.delete('fetch');
    expect(xapiLaunchRead(none, '')).toBeNull();
  });
  test('of an older kind has each field of the learner in a list', () => {
    const old = query({ actor: '{"name":["Ana"],"mbox":["mailto:ana@s.example"]}', activity_id: 'urn:c' });
    const read = xapiLaunchRead(old, 'urn:b');
    expect(read?.activityId).toBe('urn:c');
    expect(actorFacts(read!.actor)).toEqual({ id: 'mailto:ana@s.example', name: 'Ana' });
  });
  test('tells of cmi5 what is sound in it', () => {
    expect(cmi5LaunchDataRead({ launchMode: 'Browse', masteryScore: 7, returnURL: 'javascript:1' })).toEqual({
      contextTemplate: {},
      launchMode: 'browse',
      masteryScore: null,
      returnUrl: null,
    });
  });
});
