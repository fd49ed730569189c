import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CourseDraft, CourseParts } from '../../domain/studio/course-draft.ts';
import {
  type CourseFault,
  type CourseMember,
  courseFaults,
  courseMembers,
} from '../../domain/studio/course-package.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import {
  type EditHistory,
  historyBegin,
  historyPush,
  historyRedo,
  historyUndo,
} from '../../domain/studio/edit-history.ts';
import { type Keeper, keeperCreate } from './keeper.ts';

/** A course at hand, and keeping it as one goes. */
export interface CourseEditor extends Pick<Keeper<CourseDraft>, 'keeping' | 'kept'> {
  readonly course: ReadonlySignal<CourseDraft>;
  readonly history: ReadonlySignal<EditHistory<CourseParts>>;
  readonly members: ReadonlySignal<readonly CourseMember[]>;
  readonly faults: ReadonlySignal<readonly CourseFault[]>;
  /** `field`: what is edited, so that keystrokes in it are undone together; null where the edit stands alone. */
  edit(parts: Partial<CourseParts>, field: string | null): void;
  undo(): void;
  redo(): void;
  /** What is kept beside that. */
  aboutSet(about: Partial<Pick<CourseDraft, 'author' | 'licence' | 'revision'>>): void;
}

/** @param drafts all that are on this device */
export function courseEditorCreate(
  save: (course: CourseDraft) => Promise<void>,
  begun: CourseDraft,
  drafts: readonly Draft[],
  now: () => number,
  onError: (error: unknown) => void,
): CourseEditor {
  const { titles, summaries, drafts: members } = begun;
  const { value: course, change, keeping, kept } = keeperCreate(save, begun, onError);
  const history = signal(historyBegin<CourseParts>({ titles, summaries, drafts: members }));
  const take = (next: EditHistory<CourseParts>): void => {
    if (next === history.peek()) return;
    history.value = next;
    change({ ...course.peek(), ...next.now, changedAtMs: now() });
  };
  const checked = computed(() => courseMembers(course.value, drafts));
  return {
    course,
    history,
    members: checked,
    faults: computed(() => courseFaults(course.value, checked.value)),
    keeping,
    edit: (parts, field) => take(historyPush(history.peek(), parts, field)),
    undo: () => take(historyUndo(history.peek())),
    redo: () => take(historyRedo(history.peek())),
    aboutSet: (about) => change({ ...course.peek(), ...about }),
    kept,
  };
}
