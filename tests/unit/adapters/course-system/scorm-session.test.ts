// @vitest-environment jsdom
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scormSession } from '../../../../src/adapters/course-system/scorm-session.ts';
import {
  COURSE_NONE,
  courseFacts,
  courseFinish,
} from '../../../../src/domain/course-system/course-progress.ts';
import type { CourseReport, CourseSaved } from '../../../../src/ports/course-system.ts';

const globals = window as unknown as Record<string, unknown>;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  delete globals.API;
  delete globals.API_1484_11;
});

function runTime12(data: Record<string, string>) {
  const api = new Scorm12API({ logLevel: 5 });
  api.loadFromFlattenedJSON(data, '');
  globals.API = api;
  return api;
}

const progress = courseFinish(COURSE_NONE, 'a', { score: 80, isPassed: true });
const report = (drawn = ''): CourseReport => ({
  progress,
  facts: courseFacts(progress, ['a', 'b'], 70),
  places: [{ scenarioId: 'b', version: 5, savedAtMs: 1, state: { results: {}, history: drawn, clip: null } }],
  scenarioId: 'b',
  sessionS: 90,
});
/** Text that cannot be made much shorter. */
const noise = (length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(33 + ((i * 7919 + ((i * i) % 89)) % 90))).join('');

test('what the run-time of SCORM 1.2 says at the launch', async () => {
  runTime12({
    'cmi.core.student_id': 's-17',
    'cmi.core.student_name': 'Rivera, Ana',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.total_time': '0000:10:00.00',
    'cmi.student_data.mastery_score': '80',
    'cmi.student_data.max_time_allowed': '0000:30:00.00',
    'cmi.student_data.time_limit_action': 'exit,message',
  });
  expect((await scormSession('scorm12')).launch).toEqual({
    learnerId: 's-17',
    learnerName: 'Rivera, Ana',
    mode: 'normal',
    masteryScore: 80,
    resumed: null,
    timeLeftS: 1200,
    isEndedByTime: true,
  });
});

test('what the run-time of SCORM 2004 says at the launch', async () => {
  const api = new Scorm2004API({ logLevel: 5 });
  api.loadFromFlattenedJSON(
    {
      'cmi.learner_id': 's-18',
      'cmi.learner_name': 'Ana',
      'cmi.mode': 'review',
      'cmi.scaled_passing_score': '0.6',
      'cmi.max_time_allowed': 'PT1H',
      'cmi.time_limit_action': 'continue,no message',
    },
    '',
  );
  globals.API_1484_11 = api;
  expect((await scormSession('scorm2004')).launch).toMatchObject({
    learnerId: 's-18',
    mode: 'review',
    masteryScore: 60,
    timeLeftS: 3600,
    isEndedByTime: false,
  });
});

test('a report is set, committed, and comes back at the next launch; the end by time is told as that', async () => {
  const api = runTime12({});
  const set = vi.spyOn(api, 'LMSSetValue');
  const session = await scormSession('scorm12');
  let saved: CourseSaved | null = null;
  session.listen((now) => {
    saved = now;
  });
  session.report(report('drawn'));
  expect(saved).toEqual({ kind: 'saved', fit: 'all' });
  expect(api.lmsGetValue('cmi.core.lesson_status')).toBe('incomplete');
  expect(api.lmsGetValue('cmi.core.score.raw')).toBe('40');
  const kept = api.lmsGetValue('cmi.suspend_data');
  session.finish(report('drawn'), 'time-out');
  expect(set).toHaveBeenLastCalledWith('cmi.core.exit', 'time-out');
  expect(set).toHaveBeenCalledWith('cmi.core.session_time', '0000:01:30.00');
  expect(api.isTerminated()).toBe(true);
  set.mockClear();
  session.report(report());
  expect(set).not.toHaveBeenCalled();

  runTime12({ 'cmi.core.entry': 'resume', 'cmi.suspend_data': String(kept) });
  expect((await scormSession('scorm12')).launch.resumed).toEqual({
    progress,
    places: report('drawn').places,
  });
});

test('what is half done stays incomplete where the run-time writes its own judgement over the status', async () => {
  const api = new Scorm12API({ logLevel: 5, mastery_override: true });
  api.loadFromFlattenedJSON({ 'cmi.student_data.mastery_score': '60', 'cmi.core.credit': 'credit' }, '');
  globals.API = api;
  const session = await scormSession('scorm12');
  session.report(report('drawn'));
  session.finish(report('drawn'), 'suspend');
  expect(api.cmi.core.lesson_status).toBe('incomplete');
  expect(api.cmi.core.score.raw).toBe('');
});

test('what does not fit into 4096 characters is told, and the run-time takes the rest', async () => {
  const api = runTime12({});
  const session = await scormSession('scorm12');
  let saved: CourseSaved | null = null;
  session.listen((now) => {
    saved = now;
  });
  session.report(report(noise(20_000)));
  expect(saved).toEqual({ kind: 'saved', fit: 'finished' });
  expect(String(api.lmsGetValue('cmi.suspend_data')).length).toBeLessThanOrEqual(4096);
});

test('a run-time that comes late is found; none, or one that has begun, is told', async () => {
  setTimeout(() => runTime12({}), 150);
  await expect(scormSession('scorm12', { findMs: 5000 })).resolves.toBeDefined();
  await expect(scormSession('scorm12')).rejects.toMatchObject({ fact: { code: 'courseRefused' } });
  delete globals.API;
  await expect(scormSession('scorm12', { findMs: 0 })).rejects.toMatchObject({
    fact: { code: 'courseNone' },
  });
});
