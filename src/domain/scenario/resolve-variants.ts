import type { PlacedStep } from './flow-check.ts';
import type { PathProblem } from './problems.ts';
import { type ScenarioStep, stepIsGraded, type TextVariant } from './scenario.ts';
import type { VariantFile } from './schema-variants.ts';
import { wordSuggest } from './suggest.ts';

/** The steps that `notDone` names are not laid out yet: the names stay as written until `variantsLink`. */
export function variantsResolve(
  variants: readonly VariantFile[] | undefined,
  keyPoints: readonly string[],
): readonly TextVariant[] {
  return (variants ?? []).map((variant) => ({
    below: variant.if_score_below ?? null,
    atLeast: variant.if_score_at_least ?? null,
    notDone: variant.if_not_done ?? [],
    text: variant.text,
    keyPoints: variant.key_points ?? keyPoints,
  }));
}

/** Puts the ids of steps in the place of the names that variants give them. */
export function variantsLink(placed: readonly PlacedStep[], problems: PathProblem[]): readonly PlacedStep[] {
  const steps = placed.map(({ step }) => step);
  return placed.map((one) => {
    const { step, path } = one;
    if (step.kind !== 'briefing' && step.kind !== 'debrief') return one;
    const variants = step.variants.map((variant, i) => ({
      ...variant,
      notDone: variant.notDone.flatMap((name, j) => {
        const named = stepsNamed(steps, step, name);
        const at = [...path, 'variants', i, 'if_not_done', j];
        if (named.length === 0) problems.push({ path: at, sentence: unknownSentence(steps, name) });
        return named.map(({ id }) => id);
      }),
    }));
    return { ...one, step: { ...step, variants } };
  });
}

/** Inside rounds a name is looked for on the same image first, as `goto` does. */
function stepsNamed(
  steps: readonly ScenarioStep[],
  from: ScenarioStep,
  name: string,
): readonly ScenarioStep[] {
  const named = steps.filter((step) => stepIsGraded(step) && (step.id === name || nameOf(step) === name));
  const near = named.filter(({ imageId }) => imageId !== null && imageId === from.imageId);
  return near.length > 0 ? near : named;
}

/** As the file calls it: without the image. */
function nameOf({ id, imageId }: ScenarioStep): string {
  return imageId === null ? id : id.slice(imageId.length + 1);
}

function unknownSentence(steps: readonly ScenarioStep[], name: string): string {
  if (steps.some((step) => step.id === name || nameOf(step) === name)) {
    return `The step ${name} gives no score, so it is never left undone: name a scan, m_mode, mark or question.`;
  }
  const known = [...new Set(steps.filter(stepIsGraded).map(nameOf))];
  const near = wordSuggest(name, known);
  const advice = near === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${near}?`;
  return `if_not_done names "${name}", which is no step. ${advice}`;
}
