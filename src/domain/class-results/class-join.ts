import { grouped } from './grouped.ts';
import type { HandedAttempt, ResultsFile } from './results-file.ts';

/** A learner of a class, with all that was handed in. */
export interface ClassLearner {
  readonly id: string;
  /** Told apart from others of the same name; empty where none was given. */
  readonly name: string;
  /** Oldest first, each once. */
  readonly attempts: readonly HandedAttempt[];
}

/** What a teacher has to know of how files were put together. */
export type ClassNote =
  /** Several files are of one learner. */
  | { readonly code: 'same_learner'; readonly name: string; readonly files: number }
  /** Different learners gave the same name. */
  | { readonly code: 'same_name'; readonly name: string; readonly learners: number }
  /** Files name more than one class. */
  | { readonly code: 'several_classes'; readonly classes: readonly string[] };

export interface ClassJoined {
  /** In the order of their names. */
  readonly learners: readonly ClassLearner[];
  readonly notes: readonly ClassNote[];
}

/**
 * Puts the files of a class together: one learner for each id, each attempt once. Of an attempt that lies in two files the one
 * with marks counts, else that of the file saved last; the name is that of the file saved last.
 */
export function classJoin(files: readonly ResultsFile[]): ClassJoined {
  const byLearner = grouped(files, ({ learner }) => learner.id);
  const whole = [...byLearner].map(([id, own]) => learnerJoin(id, own));
  const byName = new Map<string, number>();
  for (const { name } of whole) byName.set(name, (byName.get(name) ?? 0) + 1);
  const told = new Map<string, number>();
  const learners = whole
    .map((learner): ClassLearner => {
      if (byName.get(learner.name) === 1) return learner;
      const place = (told.get(learner.name) ?? 0) + 1;
      told.set(learner.name, place);
      return { ...learner, name: `${learner.name} (${place})`.trim() };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  return { learners, notes: notesOf(byLearner, byName, files) };
}

function learnerJoin(id: string, own: readonly ResultsFile[]): ClassLearner {
  const byAge = own.toSorted((a, b) => a.savedAtMs - b.savedAtMs);
  const attempts = new Map<string, HandedAttempt>();
  for (const file of byAge) {
    for (const attempt of file.attempts) {
      const known = attempts.get(attempt.id);
      if (known === undefined || !(hasImages(known) && !hasImages(attempt)))
        attempts.set(attempt.id, attempt);
    }
  }
  return {
    id,
    name: byAge.at(-1)!.learner.name,
    attempts: [...attempts.values()].sort((a, b) => a.atMs - b.atMs),
  };
}

/** Whether its images can be told, which codes leave out. */
function hasImages({ answers }: HandedAttempt): boolean {
  return answers.some(({ source, marks }) => source !== null || marks !== null);
}

function notesOf(
  byLearner: ReadonlyMap<string, readonly ResultsFile[]>,
  byName: ReadonlyMap<string, number>,
  files: readonly ResultsFile[],
): readonly ClassNote[] {
  const notes: ClassNote[] = [];
  for (const own of byLearner.values()) {
    if (own.length > 1) {
      notes.push({ code: 'same_learner', name: own.at(-1)!.learner.name, files: own.length });
    }
  }
  for (const [name, learners] of byName) {
    if (learners > 1) notes.push({ code: 'same_name', name, learners });
  }
  const classes = [...new Set(files.map(({ className }) => className).filter((name) => name !== ''))].sort();
  if (classes.length > 1) notes.push({ code: 'several_classes', classes });
  return notes;
}
