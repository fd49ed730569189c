import type { PathProblem } from './problems.ts';
import { type Branch, SCENARIO_END } from './scenario.ts';
import type { OuterStepFile, RoundStepFile } from './schema.ts';
import type { BranchFile } from './schema-flow.ts';
import type { ScenarioPath } from './schema-keys.ts';
import { wordSuggest } from './suggest.ts';

/** The parts that every step has. */
export interface StepBase {
  readonly id: string;
  /** The round's image; null outside rounds. */
  readonly imageId: string | null;
  readonly next: readonly Branch[];
}

/** Ids as written, else the step's kind, numbered from the second of a kind on. */
export function idsAssign(
  steps: readonly (OuterStepFile | RoundStepFile)[],
  path: ScenarioPath,
  taken: ReadonlySet<string>,
  problems: PathProblem[],
): readonly string[] {
  const used = new Set(taken);
  for (const [i, { id }] of steps.entries()) {
    if (id === undefined) continue;
    if (used.has(id)) {
      const sentence = taken.has(id)
        ? `${id} has a meaning of its own or names a step outside: give this step another id.`
        : `The id ${id} stands here twice: give each step an id of its own.`;
      problems.push({ path: [...path, i, 'id'], sentence });
    }
    used.add(id);
  }
  return steps.map(({ id, step }) => {
    if (id !== undefined) return id;
    let free: string = step;
    for (let n = 2; used.has(free); n++) free = `${step}-${n}`;
    used.add(free);
    return free;
  });
}

/** `targets`: what `goto` may name, with the id of the step that it leads to. */
export function branchesResolve(
  branches: readonly BranchFile[],
  targets: ReadonlyMap<string, string>,
  path: ScenarioPath,
  problems: PathProblem[],
): readonly Branch[] {
  return branches.map((branch, i) => {
    const { if_score_below: below, if_score_at_least: atLeast } = branch;
    const when =
      below !== undefined
        ? { kind: 'below' as const, score: below }
        : atLeast !== undefined
          ? { kind: 'at_least' as const, score: atLeast }
          : null;
    if (when === null && i < branches.length - 1) {
      const sentence = 'This branch has no condition, so those after it are never taken: put it last.';
      problems.push({ path: [...path, i], sentence });
    }
    const goto = targets.get(branch.goto);
    if (goto === undefined) {
      const near = wordSuggest(branch.goto, [...targets.keys()]);
      const advice =
        near === null ? `Known here: ${[...targets.keys()].join(', ')}.` : `Did you mean ${near}?`;
      const sentence = `goto leads to "${branch.goto}", which is no step. ${advice}`;
      problems.push({ path: [...path, i, 'goto'], sentence });
    }
    return { when, goto: goto ?? SCENARIO_END, atMost: when === null ? null : (branch.at_most ?? 1) };
  });
}
