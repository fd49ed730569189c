import { computed, type ReadonlySignal } from '@preact/signals';
import { type Draft, type DraftTexts, draftVersionKeep } from '../../domain/studio/draft.ts';
import { type DraftCheck, draftCheck } from '../../domain/studio/draft-check.ts';
import { type DraftEdit, draftEdit, draftValues } from '../../domain/studio/draft-edit.ts';
import { type DraftParts, draftParts } from '../../domain/studio/draft-parts.ts';
import type { DraftStore } from '../../ports/drafts.ts';
import { type Keeper, keeperCreate } from './keeper.ts';
import { type Undoable, undoableCreate } from './undoable.ts';

/** A draft at hand: its text, which form and text view edit alike, and keeping it as one goes. */
export interface DraftEditor
  extends Pick<Keeper<Draft>, 'keeping' | 'kept'>,
    Pick<Undoable<DraftTexts>, 'history' | 'undo' | 'redo'> {
  readonly draft: ReadonlySignal<Draft>;
  /** Null where the text is no YAML. */
  readonly values: ReadonlySignal<unknown>;
  readonly parts: ReadonlySignal<DraftParts>;
  readonly check: ReadonlySignal<DraftCheck>;
  /** `field`: what is edited, so that keystrokes in it are undone together; null where the edit stands alone. */
  edit(edits: readonly DraftEdit[], field: string | null): void;
  textSet(text: string, field: string | null): void;
  /** Takes the file of texts in another language. */
  translationSet(language: string, text: string, field: string | null): void;
  /** What is kept beside the text. */
  aboutSet(about: Partial<Pick<Draft, 'author' | 'licence' | 'revision'>>): void;
  /** Keeps the present text among the versions. */
  versionKeep(): void;
}

export function draftEditorCreate(
  store: Pick<DraftStore, 'save'>,
  begun: Draft,
  now: () => number,
  onError: (error: unknown) => void,
): DraftEditor {
  // Whatever is done from here on, the text as it was found stays among the versions.
  const keeper = keeperCreate(store.save, draftVersionKeep(begun, now()), onError);
  const { value: draft, change } = keeper;
  const { history, edit, undo, redo } = undoableCreate<DraftTexts>(
    { text: begun.text, translations: begun.translations ?? {} },
    (texts) => change({ ...draft.peek(), ...texts, changedAtMs: now() }),
  );
  const values = computed(() => draftValues(history.value.now.text));
  return {
    draft,
    history,
    values,
    parts: computed(() => draftParts(values.value)),
    check: computed(() => draftCheck(history.value.now.text)),
    keeping: keeper.keeping,
    edit: (edits, field) => edit({ text: draftEdit(history.peek().now.text, edits) }, field),
    textSet: (text, field) => edit({ text }, field),
    translationSet: (language, text, field) => {
      const translations = { ...history.peek().now.translations, [language]: text };
      edit({ translations }, field);
    },
    undo,
    redo,
    aboutSet: (about) => change({ ...draft.peek(), ...about }),
    versionKeep: () => change(draftVersionKeep(draft.peek(), now())),
    kept: keeper.kept,
  };
}
