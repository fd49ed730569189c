import { type ScenarioPath, valueAt } from '../scenario/schema-keys.ts';

/** A step of a draft, sound or not. */
export interface DraftStep {
  readonly path: ScenarioPath;
  readonly kind: string;
  /** What ways on call it: its own id, else its kind. */
  readonly id: string;
  /** Whether it is gone through with each image. */
  readonly isInner: boolean;
}

/** The steps of a draft in the order in which they are played, those of an image in the place of `rounds`. */
export function draftSteps(values: unknown): readonly DraftStep[] {
  return stepsAt(values, ['steps'], false);
}

function stepsAt(values: unknown, path: ScenarioPath, isInner: boolean): readonly DraftStep[] {
  const list = valueAt(path, values);
  if (!Array.isArray(list)) return [];
  return list.flatMap((step, at): readonly DraftStep[] => {
    const kind = valueAt(['step'], step);
    const here = [...path, at];
    if (typeof kind !== 'string') return [];
    if (kind === 'rounds') return stepsAt(values, [...here, 'steps'], true);
    const id = valueAt(['id'], step);
    return [{ path: here, kind, id: typeof id === 'string' ? id : kind, isInner }];
  });
}

/** Where a way on can lead from a step, in the words of the file, but for the end and the next image. */
export function waysFrom(steps: readonly DraftStep[], from: DraftStep): readonly DraftStep[] {
  return steps.filter((step) => step !== from && (from.isInner || !step.isInner));
}

/** An id that no step has: this one, or this one with a number. */
export function stepIdFree(steps: readonly DraftStep[], wanted: string): string {
  const isTaken = (id: string): boolean => steps.some((step) => step.id === id);
  let id = wanted;
  for (let count = 2; isTaken(id); count++) id = `${wanted}-${count}`;
  return id;
}
