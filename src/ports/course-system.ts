import type { CourseInteraction } from '../domain/course-system/course-interaction.ts';
import type { CourseFacts, CourseProgress } from '../domain/course-system/course-progress.ts';
import type { CourseExit } from '../domain/course-system/scorm-values.ts';
import type { SuspendFit } from '../domain/course-system/suspend-state.ts';
import type { Place } from '../domain/learning/place.ts';
import type { MessageFact } from '../domain/message/message-fact.ts';

/** What a course system said when it opened the page. */
export interface CourseLaunch {
  /** As the course system names them: an id of its own, never shown. */
  readonly learnerId: string;
  /** May be empty. */
  readonly learnerName: string;
  /** Nothing is told to the course system while somebody looks on (`browse`) or back (`review`). */
  readonly mode: 'normal' | 'browse' | 'review';
  /** 0-100; null where it asks for none. */
  readonly masteryScore: number | null;
  /** What was kept at the end of the launch before; null where there was none. */
  readonly resumed: { readonly progress: CourseProgress; readonly places: readonly Place[] } | null;
  /** Seconds that are left; null without a limit. */
  readonly timeLeftS: number | null;
  /** Whether the page is to be left when the time is over, or only said so. */
  readonly isEndedByTime: boolean;
}

export interface CourseReport {
  readonly progress: CourseProgress;
  readonly facts: CourseFacts;
  readonly places: readonly Place[];
  /** The scenario that the learner is in; null in none. */
  readonly scenarioId: string | null;
  /** Seconds since the launch. */
  readonly sessionS: number;
}

/** How far the course system has what it was told. */
export type CourseSaved =
  | { readonly kind: 'saved'; readonly fit: SuspendFit }
  | { readonly kind: 'saving' }
  /** Not yet: it is kept on this device, and told again later. */
  | { readonly kind: 'unsaved'; readonly reason: MessageFact };

/** A course system that opened the page. */
export interface CourseSystem {
  readonly launch: CourseLaunch;
  /** Something was answered. It is told with the next report. */
  answered(one: CourseInteraction): void;
  /** Tells how far the learner is. */
  report(report: CourseReport): void;
  /** The last report. Once it was called nothing is told any more. */
  finish(report: CourseReport, exit: CourseExit): void;
  /** `onSaved` is told whenever it changes how far all is saved. */
  listen(onSaved: (saved: CourseSaved) => void): void;
  /** Leaves the page where the course system said where to go; false where it did not. */
  leave(): boolean;
}
