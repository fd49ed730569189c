import { deleteDB, openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { draftStore } from '../../../../src/adapters/drafts/draft-store.ts';
import type { CourseDraft } from '../../../../src/domain/studio/course-draft.ts';
import type { Draft } from '../../../../src/domain/studio/draft.ts';

const DATABASE = 'batsign-drafts';

const DRAFT: Draft = {
  id: '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11',
  text: 'title: A',
  language: 'en',
  changedAtMs: 5,
  revision: 0,
  author: '',
  licence: '',
  versions: [],
};
const COURSE: CourseDraft = {
  id: '99990000-0000-4000-8000-000000000009',
  language: 'en',
  titles: { en: 'First steps' },
  summaries: {},
  drafts: [DRAFT.id],
  changedAtMs: 6,
  revision: 1,
  author: '',
  licence: '',
};

afterEach(() => deleteDB(DATABASE));

test('drafts of before there were courses stay, and courses come beside them', async () => {
  const older = await openDB(DATABASE, 1, {
    upgrade: (opened) => void opened.createObjectStore('drafts', { keyPath: 'id' }),
  });
  await older.put('drafts', DRAFT);
  older.close();
  const store = draftStore();
  expect(await store.list()).toEqual([DRAFT]);
  expect(await store.courses.list()).toEqual([]);
  await store.courses.save(COURSE);
  await store.courses.save({ ...COURSE, id: 'b', changedAtMs: 9 });
  expect((await store.courses.list()).map(({ id }) => id)).toEqual(['b', COURSE.id]);
  expect(await store.courses.read(COURSE.id)).toEqual(COURSE);
  await store.courses.remove(COURSE.id);
  expect(await store.courses.read(COURSE.id)).toBeNull();
  expect(await store.read(DRAFT.id)).toEqual(DRAFT);
  await store.eraseAll();
  expect(await store.courses.list()).toEqual([]);
});

test('a course that cannot be read is left out', async () => {
  const store = draftStore();
  await store.courses.save({ ...COURSE, revision: -1 });
  expect(await store.courses.list()).toEqual([]);
});
