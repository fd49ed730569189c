import { expect, test } from 'vitest';
import type { Draft } from '../../../../src/domain/studio/draft.ts';
import { draftEditorCreate } from '../../../../src/pages/studio/draft-editor.ts';
import type { DraftStore } from '../../../../src/ports/drafts.ts';
import { SMALL_SCENARIO } from '../../../support/package-make.ts';

const BEGUN: Draft = {
  id: '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11',
  text: SMALL_SCENARIO,
  language: 'en',
  changedAtMs: 0,
  revision: 0,
  author: '',
  licence: '',
  versions: [],
};

function storeFake() {
  const saved: Draft[] = [];
  let isFull = false;
  const store: Pick<DraftStore, 'save'> = {
    save: async (draft) => {
      if (isFull) throw new Error('full');
      saved.push(draft);
    },
  };
  return { store, saved, fill: (full: boolean) => (isFull = full) };
}

test('what is edited is kept, newest last, with the text as it was found among the versions', async () => {
  const { store, saved } = storeFake();
  const editor = draftEditorCreate(
    store,
    BEGUN,
    () => 7,
    () => {},
  );
  for (const title of ['A', 'Ab', 'Abc']) editor.edit([{ path: ['title'], value: title }], 'title');
  expect(editor.check.value.scenario?.title).toBe('Abc');
  await editor.kept();
  expect(saved.at(-1)?.text).toContain('title: Abc');
  expect(saved.at(-1)?.versions).toEqual([{ atMs: 7, text: SMALL_SCENARIO }]);
  editor.undo();
  expect(editor.check.value.scenario?.title).toBe('Small');
  editor.redo();
  await editor.kept();
  expect(saved.at(-1)?.text).toContain('title: Abc');
  expect(editor.keeping.value).toBe('kept');
});

test('what could not be kept is told, and kept with the next try', async () => {
  const { store, saved, fill } = storeFake();
  const errors: unknown[] = [];
  const editor = draftEditorCreate(
    store,
    BEGUN,
    () => 7,
    (error) => errors.push(error),
  );
  fill(true);
  editor.textSet('title: [', 'text');
  await expect(editor.kept()).rejects.toThrow('full');
  expect(editor.keeping.value).toBe('failed');
  expect(editor.values.value).toBeNull();
  expect(editor.check.value.problems.length).toBeGreaterThan(0);
  expect(errors).toHaveLength(1);
  fill(false);
  await editor.kept();
  expect(saved.at(-1)?.text).toBe('title: [');
  expect(editor.keeping.value).toBe('kept');
});
