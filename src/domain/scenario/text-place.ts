import { idsAssign } from './resolve-ways.ts';
import { MARK_ERRORS } from './scenario.ts';
import type { OuterStepFile, RoundStepFile, ScenarioFile } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';

/** A text of a scenario that a learner reads, and where it stands. */
export interface TextPlace {
  /** In the scenario's own file. */
  readonly at: ScenarioPath;
  /** In a file of its texts in another language: steps, images, options and findings by name. */
  readonly as: ScenarioPath;
  readonly text: string;
  /** Whether it may be left as it is, such as a unit. */
  readonly isOptional: boolean;
}

type Step = OuterStepFile | RoundStepFile;

/** Every text of a valid scenario file that a learner reads, in the order of the file. */
export function textPlaces(file: ScenarioFile): readonly TextPlace[] {
  const outer = idsAssign(file.steps, [], new Set(), []);
  return [
    ...textsOf(file, ['title', 'summary'], [], []),
    ...file.steps.flatMap((step, i) => {
      const at = ['steps', i];
      const as = ['steps', outer[i]!];
      if (step.step !== 'rounds') return stepPlaces(step, at, as);
      const images = step.images.flatMap((image, k) =>
        textPlace(image.title, [...at, 'images', k, 'title'], ['images', image.id]),
      );
      const places = step.images.flatMap((image, k) =>
        (image.key?.places ?? []).flatMap(({ say }, place) =>
          textPlace(say, [...at, 'images', k, 'key', 'places', place, 'say'], ['places', image.id, place]),
        ),
      );
      const inner: readonly RoundStepFile[] = step.steps;
      const ids = idsAssign(inner, [], new Set(outer), []);
      return [
        ...images,
        ...places,
        ...inner.flatMap((one, k) => stepPlaces(one, [...at, 'steps', k], [...as, ids[k]!])),
      ];
    }),
  ];
}

function stepPlaces(
  step: Exclude<Step, { step: 'rounds' }>,
  at: ScenarioPath,
  as: ScenarioPath,
): readonly TextPlace[] {
  return [
    ...textsOf(step, ['title', 'text', 'ask'], at, as),
    ...('number' in step ? unitPlaces(step.number?.unit, at, as) : []),
    ...('choice' in step ? optionPlaces(step.choice?.options ?? [], [...at, 'choice', 'options'], as) : []),
    ...('options' in step ? optionPlaces(step.options, [...at, 'options'], as) : []),
    ...('key_points' in step ? listPlaces(step.key_points ?? [], at, as) : []),
    ...('hints' in step ? hintPlaces(step.hints ?? [], at, as) : []),
    ...('explain' in step ? explainPlaces(step.explain, at, as) : []),
    ...('variants' in step ? variantPlaces(step.variants ?? [], at, as) : []),
  ];
}

function textPlace(text: string | undefined, at: ScenarioPath, as: ScenarioPath): readonly TextPlace[] {
  return text === undefined ? [] : [{ at, as, text, isOptional: false }];
}

/** The texts under these keys of a part. */
function textsOf(
  part: object,
  keys: readonly string[],
  at: ScenarioPath,
  as: ScenarioPath,
): readonly TextPlace[] {
  return keys.flatMap((key) => {
    const text = (part as Readonly<Record<string, unknown>>)[key];
    return typeof text === 'string' ? textPlace(text, [...at, key], [...as, key]) : [];
  });
}

function unitPlaces(unit: string | undefined, at: ScenarioPath, as: ScenarioPath): readonly TextPlace[] {
  return textPlace(unit, [...at, 'number', 'unit'], [...as, 'unit']).map((place) => ({
    ...place,
    isOptional: true,
  }));
}

function optionPlaces(
  options: readonly { readonly value: string }[],
  at: ScenarioPath,
  as: ScenarioPath,
): readonly TextPlace[] {
  return options.flatMap((option, i) =>
    textsOf(option, ['label', 'why'], [...at, i], [...as, 'options', option.value]),
  );
}

function listPlaces(texts: readonly string[], at: ScenarioPath, as: ScenarioPath): readonly TextPlace[] {
  return texts.flatMap((text, i) => textPlace(text, [...at, 'key_points', i], [...as, 'key_points', i]));
}

/** In the other language the hints that have a text are a list of it. */
function hintPlaces(
  hints: readonly { readonly text?: string | undefined }[],
  at: ScenarioPath,
  as: ScenarioPath,
): readonly TextPlace[] {
  return hints
    .flatMap(({ text }, i) => (text === undefined ? [] : [{ text, i }]))
    .flatMap(({ text, i }, k) => textPlace(text, [...at, 'hints', i, 'text'], [...as, 'hints', k]));
}

/** Of a question one text, of feedback those of each finding. */
function explainPlaces(
  explain: string | readonly { readonly finding: string }[] | undefined,
  at: ScenarioPath,
  as: ScenarioPath,
): readonly TextPlace[] {
  if (typeof explain === 'string') return textPlace(explain, [...at, 'explain'], [...as, 'explain']);
  return (explain ?? []).flatMap((entry, i) =>
    textsOf(entry, MARK_ERRORS, [...at, 'explain', i], [...as, 'explain', entry.finding]),
  );
}

function variantPlaces(
  variants: readonly { readonly key_points?: readonly string[] | undefined }[],
  at: ScenarioPath,
  as: ScenarioPath,
): readonly TextPlace[] {
  return variants.flatMap((variant, i) => {
    const inAt = [...at, 'variants', i];
    const inAs = [...as, 'variants', i];
    return [...textsOf(variant, ['text'], inAt, inAs), ...listPlaces(variant.key_points ?? [], inAt, inAs)];
  });
}
