import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Draft, type DraftTexts, draftVersionKeep } from '../../domain/studio/draft.ts';
import { type DraftCheck, draftCheck } from '../../domain/studio/draft-check.ts';
import { type DraftEdit, draftEdit, draftValues } from '../../domain/studio/draft-edit.ts';
import { type DraftParts, draftParts } from '../../domain/studio/draft-parts.ts';
import {
  type EditHistory,
  historyBegin,
  historyPush,
  historyRedo,
  historyUndo,
} from '../../domain/studio/edit-history.ts';
import type { DraftStore } from '../../ports/drafts.ts';
import { type Keeper, keeperCreate } from './keeper.ts';

/** A draft at hand: its text, which form and text view edit alike, and keeping it as one goes. */
export interface DraftEditor extends Pick<Keeper<Draft>, 'keeping' | 'kept'> {
  readonly draft: ReadonlySignal<Draft>;
  readonly history: ReadonlySignal<EditHistory<DraftTexts>>;
  /** Null where the text is no YAML. */
  readonly values: ReadonlySignal<unknown>;
  readonly parts: ReadonlySignal<DraftParts>;
  readonly check: ReadonlySignal<DraftCheck>;
  /** `field`: what is edited, so that keystrokes in it are undone together; null where the edit stands alone. */
  edit(edits: readonly DraftEdit[], field: string | null): void;
  textSet(text: string, field: string | null): void;
  /** Takes the file of texts in another language. */
  translationSet(language: string, text: string, field: string | null): void;
  undo(): void;
  redo(): void;
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
  const history = signal(historyBegin({ text: begun.text, translations: begun.translations ?? {} }));

  const take = (next: EditHistory<DraftTexts>): void => {
    if (next === history.peek()) return;
    history.value = next;
    change({ ...draft.peek(), ...next.now, changedAtMs: now() });
  };

  const values = computed(() => draftValues(history.value.now.text));
  return {
    draft,
    history,
    values,
    parts: computed(() => draftParts(values.value)),
    check: computed(() => draftCheck(history.value.now.text)),
    keeping: keeper.keeping,
    edit: (edits, field) =>
      take(historyPush(history.peek(), { text: draftEdit(history.peek().now.text, edits) }, field)),
    textSet: (text, field) => take(historyPush(history.peek(), { text }, field)),
    translationSet: (language, text, field) => {
      const translations = { ...history.peek().now.translations, [language]: text };
      take(historyPush(history.peek(), { translations }, field));
    },
    undo: () => take(historyUndo(history.peek())),
    redo: () => take(historyRedo(history.peek())),
    aboutSet: (about) => change({ ...draft.peek(), ...about }),
    versionKeep: () => change(draftVersionKeep(draft.peek(), now())),
    kept: keeper.kept,
  };
}
