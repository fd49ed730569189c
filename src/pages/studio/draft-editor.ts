import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Draft, draftVersionKeep } from '../../domain/studio/draft.ts';
import { type DraftCheck, draftCheck } from '../../domain/studio/draft-check.ts';
import { type DraftEdit, draftEdit, draftValues } from '../../domain/studio/draft-edit.ts';
import {
  type DraftHistory,
  draftHistoryBegin,
  draftHistoryPush,
  draftHistoryRedo,
  draftHistoryUndo,
} from '../../domain/studio/draft-history.ts';
import { type DraftParts, draftParts } from '../../domain/studio/draft-parts.ts';
import type { DraftStore } from '../../ports/drafts.ts';

/** A draft at hand: its text, which form and text view edit alike, and keeping it as one goes. */
export interface DraftEditor {
  readonly draft: ReadonlySignal<Draft>;
  readonly history: ReadonlySignal<DraftHistory>;
  /** Null where the text is no YAML. */
  readonly values: ReadonlySignal<unknown>;
  readonly parts: ReadonlySignal<DraftParts>;
  readonly check: ReadonlySignal<DraftCheck>;
  /** Whether all is kept, is being kept, or could not be. */
  readonly keeping: ReadonlySignal<'kept' | 'keeping' | 'failed'>;
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
  /** Resolves when what was edited until now is kept; rejects where that failed. */
  kept(): Promise<void>;
}

export function draftEditorCreate(
  store: DraftStore,
  begun: Draft,
  now: () => number,
  onError: (error: unknown) => void,
): DraftEditor {
  // Whatever is done from here on, the text as it was found stays among the versions.
  const draft = signal(draftVersionKeep(begun, now()));
  const history = signal(draftHistoryBegin({ text: begun.text, translations: begun.translations ?? {} }));
  const keeping = signal<'kept' | 'keeping' | 'failed'>('kept');
  let running: Promise<void> | null = null;

  const keepAll = async (): Promise<void> => {
    try {
      for (let last: Draft | null = null; last !== draft.peek(); ) {
        last = draft.peek();
        await store.save(last);
      }
      keeping.value = 'kept';
    } catch (error) {
      keeping.value = 'failed';
      throw error;
    } finally {
      running = null;
    }
  };

  const change = (next: Draft): void => {
    draft.value = next;
    keeping.value = 'keeping';
    if (running !== null) return;
    running = keepAll();
    running.catch(onError);
  };

  const take = (next: DraftHistory): void => {
    if (next === history.peek()) return;
    history.value = next;
    const { text, translations } = next;
    change({ ...draft.peek(), text, translations, changedAtMs: now() });
  };

  const values = computed(() => draftValues(history.value.text));
  return {
    draft,
    history,
    values,
    parts: computed(() => draftParts(values.value)),
    check: computed(() => draftCheck(history.value.text)),
    keeping,
    edit: (edits, field) =>
      take(draftHistoryPush(history.peek(), { text: draftEdit(history.peek().text, edits) }, field)),
    textSet: (text, field) => take(draftHistoryPush(history.peek(), { text }, field)),
    translationSet: (language, text, field) => {
      const translations = { ...history.peek().translations, [language]: text };
      take(draftHistoryPush(history.peek(), { translations }, field));
    },
    undo: () => take(draftHistoryUndo(history.peek())),
    redo: () => take(draftHistoryRedo(history.peek())),
    aboutSet: (about) => change({ ...draft.peek(), ...about }),
    versionKeep: () => change(draftVersionKeep(draft.peek(), now())),
    async kept() {
      if (running === null && keeping.peek() === 'failed') running = keepAll();
      await running;
    },
  };
}
