import { PASS_SCORE_USUAL } from '../learning/pass.ts';
import { flowProblems, type PlacedStep } from './flow-check.ts';
import type { PathProblem } from './problems.ts';
import { drawResolve } from './resolve-draw.ts';
import { expertKeyResolve, keyedFreezeProblems } from './resolve-expert-key.ts';
import { sourceResolve } from './resolve-source.ts';
import { stepResolve } from './resolve-step.ts';
import { variantsLink } from './resolve-variants.ts';
import { branchesResolve, idsAssign } from './resolve-ways.ts';
import { SCENARIO_END, type Scenario, type ScenarioImage } from './scenario.ts';
import type { OuterStepFile, RoundsFile, ScenarioFile } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { ImageFile, SourceFile } from './schema-source.ts';

const NEXT_ROUND = 'next-round';
const RESERVED = [SCENARIO_END, NEXT_ROUND];

/**
 * Lays a valid file out as a flat list of steps, one copy of a round's steps per image, and checks what a
 * schema cannot: names that lead nowhere or stand twice, steps that are never reached or never end.
 */
export function scenarioResolve(
  file: ScenarioFile,
): { readonly scenario: Scenario } | { readonly problems: readonly PathProblem[] } {
  const problems: PathProblem[] = [];
  const images: ScenarioImage[] = [];
  const placed: PlacedStep[] = [];
  const outerIds = idsAssign(file.steps, ['steps'], new Set(RESERVED), problems);
  const outerTargets = new Map(
    file.steps.map((step, i) => [outerIds[i]!, outerEntry(step, outerIds[i]!)] as const),
  );
  outerTargets.set(SCENARIO_END, SCENARIO_END);
  const sources = new Map(
    file.steps
      .flatMap((step) => (step.step === 'rounds' ? step.images : []))
      .map(({ id, source }) => [id, source]),
  );

  for (const [i, step] of file.steps.entries()) {
    const path = ['steps', i];
    if (step.step !== 'rounds') {
      const next = branchesResolve(step.next ?? [], outerTargets, [...path, 'next'], problems);
      placed.push({
        path,
        isLateMeant: false,
        step: stepResolve(step, { id: outerIds[i]!, imageId: null, next }, null, sources, path, problems),
      });
      continue;
    }
    const after = file.steps[i + 1];
    const exit = after === undefined ? SCENARIO_END : outerEntry(after, outerIds[i + 1]!);
    roundsResolve(step, path, outerTargets, exit, { problems, sources, images, placed });
  }

  for (const [i, found] of file.teaches.entries()) {
    if (file.teaches.indexOf(found) < i) {
      problems.push({ path: ['teaches', i], sentence: `${found} stands here twice: keep it once.` });
    }
  }
  const linked = variantsLink(placed, problems);
  if (problems.length === 0) problems.push(...flowProblems(linked));
  if (problems.length > 0) return { problems: problemsOnce(problems) };
  return {
    scenario: {
      id: file.id,
      title: file.title,
      summary: file.summary,
      course: file.course,
      lesson: file.lesson,
      durationMin: file.duration_min,
      teaches: file.teaches,
      passScore: file.pass_score ?? PASS_SCORE_USUAL,
      policy: 'course',
      seed: null,
      images,
      steps: linked.map(({ step }) => step),
    },
  };
}

interface Sinks {
  readonly problems: PathProblem[];
  /** Of all images of the scenario, by their ids. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  readonly images: ScenarioImage[];
  readonly placed: PlacedStep[];
}

function roundsResolve(
  rounds: RoundsFile,
  path: ScenarioPath,
  outerTargets: ReadonlyMap<string, string>,
  exit: string,
  { problems, sources, images, placed }: Sinks,
): void {
  const taken = new Set([...RESERVED, ...outerTargets.keys()]);
  const ids = idsAssign(rounds.steps, [...path, 'steps'], taken, problems);
  for (const [i, image] of rounds.images.entries()) {
    if (images.some(({ id }) => id === image.id)) {
      const sentence = `The image ${image.id} stands here twice: give each image an id of its own.`;
      problems.push({ path: [...path, 'images', i, 'id'], sentence });
    }
    const key = expertKeyResolve(image, [...path, 'images', i], problems);
    images.push({
      id: image.id,
      title: image.title ?? image.id,
      source: sourceResolve(image.source, [...path, 'images', i, 'source'], problems),
      draw: drawResolve(
        image,
        images.map(({ id }) => id),
        [...path, 'images', i],
        problems,
      ),
      ...aidResolve(rounds, image, [...path, 'overlay'], problems),
      ...(key !== null && { key }),
    });
    problems.push(...keyedFreezeProblems(rounds, key, [...path, 'steps']));
    const following = rounds.images[i + 1];
    const targets = new Map(outerTargets);
    targets.set(NEXT_ROUND, following === undefined ? exit : `${following.id}/${ids[0]}`);
    for (const id of ids) targets.set(id, `${image.id}/${id}`);
    for (const [j, step] of rounds.steps.entries()) {
      const at = [...path, 'steps', j];
      const next = branchesResolve(step.next ?? [], targets, [...at, 'next'], problems);
      const base = { id: `${image.id}/${ids[j]}`, imageId: image.id, next };
      const isLateMeant = step.step === 'feedback' && step.after_questions === true;
      placed.push({
        path: at,
        isLateMeant,
        step: stepResolve(step, base, image.source, sources, at, problems),
      });
    }
  }
}

/** The help that lies beside an image of rounds; only what the truth can check may lie there before the answer is given. */
function aidResolve(
  { overlay = 'off' }: RoundsFile,
  { source }: ImageFile,
  path: ScenarioPath,
  problems: PathProblem[],
): Pick<ScenarioImage, 'aid'> {
  if (overlay === 'off') return {};
  if (source.phantom === undefined && source.patient === undefined) {
    const sentence =
      'Help of the network is shown where the truth can check it: give each image of these rounds a phantom or a patient.';
    problems.push({ path, sentence });
  }
  return { aid: overlay === 'shown' ? 'overlay' : 'delayed_overlay' };
}

/** Where `goto: ID` enters an outer step: rounds are entered at the first step of their first image. */
function outerEntry(step: OuterStepFile, id: string): string {
  if (step.step !== 'rounds') return id;
  const first = step.steps[0]!;
  return `${step.images[0]!.id}/${first.id ?? first.step}`;
}

/** A step inside rounds is laid out once per image, but a fault in it is one fault. */
function problemsOnce(problems: readonly PathProblem[]): readonly PathProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, sentence }) => {
    const name = `${path.join('/')} ${sentence}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
