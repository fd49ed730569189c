import { computed, type ReadonlySignal } from '@preact/signals';
import type { CourseDraft, CourseParts } from '../../domain/studio/course-draft.ts';
import {
  type CourseFault,
  type CourseMember,
  courseFaults,
  courseMembers,
} from '../../domain/studio/course-package.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import { type Keeper, keeperCreate } from './keeper.ts';
import { type Undoable, undoableCreate } from './undoable.ts';

/** A course at hand, and keeping it as one goes. */
export interface CourseEditor extends Pick<Keeper<CourseDraft>, 'keeping' | 'kept'>, Undoable<CourseParts> {
  readonly course: ReadonlySignal<CourseDraft>;
  readonly members: ReadonlySignal<readonly CourseMember[]>;
  readonly faults: ReadonlySignal<readonly CourseFault[]>;
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
  const undoable = undoableCreate<CourseParts>({ titles, summaries, drafts: members }, (parts) =>
    change({ ...course.peek(), ...parts, changedAtMs: now() }),
  );
  const checked = computed(() => courseMembers(course.value, drafts));
  return {
    course,
    ...undoable,
    members: checked,
    faults: computed(() => courseFaults(course.value, checked.value)),
    keeping,
    aboutSet: (about) => change({ ...course.peek(), ...about }),
    kept,
  };
}
