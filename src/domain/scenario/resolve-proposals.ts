import { WISH_ANY } from '../proposals/proposal-plan.ts';
import type { PathProblem } from './problems.ts';
import type { StepBase } from './resolve-ways.ts';
import type { ProposalsStep } from './scenario.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { ProposalsFile } from './schema-proposals.ts';
import type { SourceFile } from './schema-source.ts';

/** Looking through the proposals on an image is as much as marking it. */
const PROPOSALS_WEIGHT = 2;

export function proposalsResolve(
  step: ProposalsFile,
  base: StepBase,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): ProposalsStep {
  if (source?.phantom === undefined && source?.patient === undefined) {
    const sentence =
      'Proposals are judged by the truth, which only a phantom or a patient has: give each image of these rounds one.';
    problems.push({ path, sentence });
  }
  for (const [i, trap] of (step.traps ?? []).entries()) {
    if (step.traps!.indexOf(trap) === i) continue;
    problems.push({ path: [...path, 'traps', i], sentence: `${trap} stands here twice: keep it once.` });
  }
  return {
    ...base,
    kind: 'proposals',
    text: step.text,
    wish: {
      traps: step.traps ?? WISH_ANY.traps,
      hasOwnErrors: step.own_errors ?? WISH_ANY.hasOwnErrors,
      errors: step.errors ?? WISH_ANY.errors,
    },
    hints: [],
    weight: step.weight ?? PROPOSALS_WEIGHT,
  };
}
