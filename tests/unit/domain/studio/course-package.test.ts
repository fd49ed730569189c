import { describe, expect, test } from 'vitest';
import { packageScenariosCheck } from '../../../../src/domain/package/package-scenarios.ts';
import { type CourseDraft, courseDraftMove } from '../../../../src/domain/studio/course-draft.ts';
import {
  courseFaults,
  courseMembers,
  coursePackageWhole,
} from '../../../../src/domain/studio/course-package.ts';
import type { Draft } from '../../../../src/domain/studio/draft.ts';
import { SMALL_SCENARIO, SMALL_SPANISH } from '../../../support/package-make.ts';

const draft = (id: string, change: Partial<Draft> = {}): Draft => ({
  id,
  text: SMALL_SCENARIO,
  language: 'en',
  changedAtMs: 0,
  revision: 0,
  author: '',
  licence: '',
  versions: [],
  ...change,
});
const FIRST = draft('11110000-0000-4000-8000-000000000001', { translations: { es: SMALL_SPANISH } });
const SECOND = draft('22220000-0000-4000-8000-000000000002');
const OTHER = draft('33330000-0000-4000-8000-000000000003', {
  text: SMALL_SCENARIO.replace('id: small', 'id: other').replace('title: Small', 'title: Other'),
});
const BROKEN = draft('44440000-0000-4000-8000-000000000004', { text: 'title: Alone' });
const course = (change: Partial<CourseDraft> = {}): CourseDraft => ({
  id: '99990000-0000-4000-8000-000000000009',
  language: 'en',
  titles: { en: 'First steps ', es: '' },
  summaries: { en: ' For students. ', es: 'Para estudiantes.' },
  drafts: [],
  changedAtMs: 0,
  revision: 3,
  author: ' A. Teacher',
  licence: '',
  ...change,
});

describe('a course of drafts', () => {
  test('is a package of their scenarios, lesson by lesson, in their languages', () => {
    const made = course({ drafts: [OTHER.id, FIRST.id] });
    const members = courseMembers(made, [FIRST, OTHER]);
    expect(courseFaults(made, members)).toEqual([]);
    const whole = coursePackageWhole(made, members, Date.UTC(2026, 10, 30));
    expect(whole).toMatchObject({
      id: made.id,
      revision: 3,
      title: { en: 'First steps' },
      author: 'A. Teacher',
      madeOn: '2026-11-30',
      courses: [
        {
          id: 'course',
          title: { en: 'First steps' },
          summary: { en: 'For students.', es: 'Para estudiantes.' },
        },
      ],
      clips: [],
    });
    expect(Object.keys(whole.texts)).toEqual([
      'scenarios/other.yaml',
      'scenarios/small.yaml',
      'scenarios/small.es.yaml',
    ]);
    const { en, es } = packageScenariosCheck(whole, whole.texts);
    expect(en!.map(({ course: of, lesson, title }) => [of, lesson, title])).toEqual([
      ['99990000.course', 1, 'Other'],
      ['99990000.course', 2, 'Small'],
    ]);
    expect(es!.map(({ title }) => title)).toEqual(['Other', 'Pequeño']);
  });

  test('two scenarios of one name are told apart, in whatever order they are', () => {
    const names = [
      [FIRST, SECOND],
      [SECOND, FIRST],
    ].map((drafts) => {
      const made = course({ drafts: drafts.map(({ id }) => id) });
      return Object.keys(coursePackageWhole(made, courseMembers(made, drafts), 0).texts).sort();
    });
    expect(names[0]).toEqual([
      'scenarios/small-1111.es.yaml',
      'scenarios/small-1111.yaml',
      'scenarios/small-2222.yaml',
    ]);
    expect(names[1]).toEqual(names[0]);
  });

  test('what keeps it from being handed out is told, each by itself', () => {
    const empty = course({ titles: { es: 'Primeros pasos' } });
    expect(courseFaults(empty, courseMembers(empty, []))).toEqual([{ kind: 'untitled' }, { kind: 'empty' }]);
    const made = course({ drafts: [FIRST.id, BROKEN.id, SECOND.id] });
    expect(courseFaults(made, courseMembers(made, [FIRST, BROKEN]))).toEqual([
      { kind: 'unsound', draft: BROKEN.id },
      { kind: 'gone', draft: SECOND.id },
    ]);
  });

  test('drafts move by one place, and never over an end', () => {
    expect(courseDraftMove(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(courseDraftMove(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    const drafts = ['a', 'b'];
    expect(courseDraftMove(drafts, 0, -1)).toBe(drafts);
    expect(courseDraftMove(drafts, 1, 1)).toBe(drafts);
  });
});
