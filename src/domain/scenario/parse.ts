import type { Medicine } from '../medicine/medicine.ts';
import { type PathProblem, problemsFromIssues } from './problems.ts';
import { scenarioResolve } from './resolve.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';
import { type ScenarioFile, scenarioFileSchema } from './schema.ts';
import { type TextWithoutSource, textsWithoutSource } from './source-check.ts';
import { sourceProblems, statementsNamed, worksNamed } from './source-list.ts';
import { type YamlFile, yamlRead } from './yaml-file.ts';

/** A scenario is a few kilobytes, with a key on many images of a clip some hundreds; anything near this is not one. */
const LENGTH_MAX = 2_000_000;

/**
 * Reads a scenario file.
 *
 * @param text YAML 1.2
 * @param fileName as it shall stand in errors
 * @param medicine what texts can name as their sources; null leaves names unchecked and steps without works
 * @throws ScenarioError with every problem found, each with its line, column and a sentence
 */
export function scenarioParse(text: string, fileName: string, medicine: Medicine | null = null): Scenario {
  return scenarioRead(text, fileName, medicine).scenario;
}

/** A sound scenario, and how it stands with its sources. */
export interface ScenarioChecked {
  readonly scenario: Scenario;
  /** The statements of medicine that it names. */
  readonly statements: readonly string[];
  /** Its texts that state something of medicine and name no source, each with its line. */
  readonly without: readonly (TextWithoutSource & { readonly line: number })[];
}

/** The same, with how it stands with its sources. */
export function scenarioCheck(text: string, fileName: string, medicine: Medicine): ScenarioChecked {
  const { scenario, file, yaml } = scenarioRead(text, fileName, medicine);
  return {
    scenario,
    statements: statementsNamed(file),
    without: textsWithoutSource(file, medicine).map((found) => ({ ...found, line: yaml.lineAt(found.path) })),
  };
}

/** Reads and checks a scenario's own file. */
export function scenarioRead(
  text: string,
  fileName: string,
  medicine: Medicine | null,
): { readonly scenario: Scenario; readonly file: ScenarioFile; readonly yaml: YamlFile } {
  const yaml = yamlRead(text, fileName, {
    noun: 'scenario',
    beginsWith: 'a scenario begins with its id',
    lengthMax: LENGTH_MAX,
  });
  const parsed = scenarioFileSchema.safeParse(yaml.file);
  if (!parsed.success) throw yaml.errorAt(problemsFromIssues(parsed.error.issues, yaml.file));
  const resolved = scenarioOf(parsed.data, medicine);
  if ('problems' in resolved) throw yaml.errorAt(resolved.problems);
  return { scenario: resolved.scenario, file: parsed.data, yaml };
}

/** The scenario of a valid file, or what a schema cannot see in it. */
export function scenarioOf(
  file: ScenarioFile,
  medicine: Medicine | null,
): { readonly scenario: Scenario } | { readonly problems: readonly PathProblem[] } {
  const resolved = scenarioResolve(file);
  const problems = [
    ...('scenario' in resolved ? [] : resolved.problems),
    ...(medicine === null ? [] : sourceProblems(file, medicine)),
  ];
  if (!('scenario' in resolved) || problems.length > 0) return { problems };
  const { scenario } = resolved;
  const steps = medicine === null ? scenario.steps : worksAdd(scenario.steps, file, medicine);
  return { scenario: { ...scenario, steps } };
}

/** Each step with the works that it names; steps were laid out in the order of the file, anew for every image. */
function worksAdd(
  steps: readonly ScenarioStep[],
  file: ScenarioFile,
  medicine: Medicine,
): readonly ScenarioStep[] {
  const written = file.steps.flatMap((step): readonly object[] =>
    step.step === 'rounds' ? step.images.flatMap(() => step.steps) : [step],
  );
  return steps.map((step, i) => {
    const works = worksNamed(written[i], medicine);
    return works.length === 0 ? step : { ...step, works };
  });
}
