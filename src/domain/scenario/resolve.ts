import { flowProblems, type PlacedStep } from './flow-check.ts';
import type { PathProblem } from './problems.ts';
import { findingTwice, hintsResolve, replyResolve } from './resolve-parts.ts';
import {
  type Branch,
  SCENARIO_END,
  type Scenario,
  type ScenarioImage,
  type ScenarioStep,
} from './scenario.ts';
import type { BranchFile, OuterStepFile, RoundStepFile, RoundsFile, ScenarioFile } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';
import { wordSuggest } from './suggest.ts';
import { MARK_TOOLS } from './tools.ts';

const PASS_SCORE = 60;
/** Marking an image is the heart of a round; a question is a word about it. */
const MARK_WEIGHT = 2;
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

  for (const [i, step] of file.steps.entries()) {
    const path = ['steps', i];
    if (step.step !== 'rounds') {
      const next = branchesResolve(step.next ?? [], outerTargets, [...path, 'next'], problems);
      placed.push({
        path,
        step: stepResolve(step, { id: outerIds[i]!, imageId: null, next }, null, path, problems),
      });
      continue;
    }
    const after = file.steps[i + 1];
    const exit = after === undefined ? SCENARIO_END : outerEntry(after, outerIds[i + 1]!);
    roundsResolve(step, path, outerTargets, exit, { problems, images, placed });
  }

  for (const [i, found] of file.teaches.entries()) {
    if (file.teaches.indexOf(found) < i) {
      problems.push({ path: ['teaches', i], sentence: `${found} stands here twice: keep it once.` });
    }
  }
  if (problems.length === 0) problems.push(...flowProblems(placed));
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
      passScore: file.pass_score ?? PASS_SCORE,
      images,
      steps: placed.map(({ step }) => step),
    },
  };
}

interface Sinks {
  readonly problems: PathProblem[];
  readonly images: ScenarioImage[];
  readonly placed: PlacedStep[];
}

function roundsResolve(
  rounds: RoundsFile,
  path: ScenarioPath,
  outerTargets: ReadonlyMap<string, string>,
  exit: string,
  { problems, images, placed }: Sinks,
): void {
  const taken = new Set([...RESERVED, ...outerTargets.keys()]);
  const ids = idsAssign(rounds.steps, [...path, 'steps'], taken, problems);
  for (const [i, image] of rounds.images.entries()) {
    if (images.some(({ id }) => id === image.id)) {
      const sentence = `The image ${image.id} stands here twice: give each image an id of its own.`;
      problems.push({ path: [...path, 'images', i, 'id'], sentence });
    }
    images.push({ id: image.id, title: image.title ?? image.id, source: sourceResolve(image.source) });
    const following = rounds.images[i + 1];
    const targets = new Map(outerTargets);
    targets.set(NEXT_ROUND, following === undefined ? exit : `${following.id}/${ids[0]}`);
    for (const id of ids) targets.set(id, `${image.id}/${id}`);
    for (const [j, step] of rounds.steps.entries()) {
      const at = [...path, 'steps', j];
      const next = branchesResolve(step.next ?? [], targets, [...at, 'next'], problems);
      const base = { id: `${image.id}/${ids[j]}`, imageId: image.id, next };
      placed.push({ path: at, step: stepResolve(step, base, image.source, at, problems) });
    }
  }
}

/** Where `goto: ID` enters an outer step: rounds are entered at the first step of their first image. */
function outerEntry(step: OuterStepFile, id: string): string {
  if (step.step !== 'rounds') return id;
  const first = step.steps[0]!;
  return `${step.images[0]!.id}/${first.id ?? first.step}`;
}

/** Ids as written, else the step's kind, numbered from the second of a kind on. */
function idsAssign(
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

function branchesResolve(
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

function sourceResolve(source: RoundsFile['images'][number]['source']): ScenarioImage['source'] {
  const { phantom } = source;
  if (phantom === undefined) return { kind: 'clip' };
  return {
    kind: 'phantom',
    request: {
      seed: phantom.seed,
      split: 'game',
      ...(phantom.pattern !== undefined && { pattern: phantom.pattern }),
      ...(phantom.probe !== undefined && { probe: phantom.probe }),
      ...(phantom.depth_mm !== undefined && { depthMm: phantom.depth_mm }),
      ...(phantom.frequency_mhz !== undefined && { frequencyMhz: phantom.frequency_mhz }),
      ...(phantom.b_lines !== undefined && { bLines: phantom.b_lines }),
      ...(phantom.sliding !== undefined && { sliding: phantom.sliding }),
    },
  };
}

function stepResolve(
  step: Exclude<OuterStepFile, RoundsFile> | RoundStepFile,
  base: { readonly id: string; readonly imageId: string | null; readonly next: readonly Branch[] },
  source: RoundsFile['images'][number]['source'] | null,
  path: ScenarioPath,
  problems: PathProblem[],
): ScenarioStep {
  switch (step.step) {
    case 'briefing':
      return {
        ...base,
        kind: 'briefing',
        title: step.title ?? null,
        text: step.text,
        keyPoints: step.key_points ?? [],
      };
    case 'observe':
      return { ...base, kind: 'observe', text: step.text, minTimeS: step.min_time_s ?? 0 };
    case 'freeze':
      return { ...base, kind: 'freeze', text: step.text, frameIndex: step.frame_index ?? null };
    case 'mark': {
      problems.push(...findingTwice(step.findings, [...path, 'findings']));
      const tools = step.tools ?? MARK_TOOLS;
      if (tools.every((tool) => tool === 'eraser')) {
        const sentence = 'The eraser alone cannot mark anything: add brush, line, beam or region.';
        problems.push({ path: [...path, 'tools'], sentence });
      }
      return {
        ...base,
        kind: 'mark',
        text: step.text,
        findings: step.findings.map(({ finding, tolerance_mm, weight }) => ({
          finding,
          toleranceMm: tolerance_mm,
          weight: weight ?? 1,
        })),
        tools,
        timeLimitS: step.time_limit_s ?? null,
        hints: hintsResolve(
          step.hints ?? [],
          step.findings.map(({ finding }) => finding),
          [...path, 'hints'],
          problems,
        ),
        weight: step.weight ?? MARK_WEIGHT,
      };
    }
    case 'question':
      return {
        ...base,
        kind: 'question',
        ask: step.ask,
        reply: replyResolve(step, source, path, problems),
        explain: step.explain,
        hints: hintsResolve(step.hints ?? [], null, [...path, 'hints'], problems),
        weight: step.weight ?? 1,
      };
    case 'feedback':
      problems.push(...findingTwice(step.explain ?? [], [...path, 'explain']));
      return {
        ...base,
        kind: 'feedback',
        text: step.text,
        explain: (step.explain ?? []).map(({ finding, missed, extra }) => ({
          finding,
          missed: missed ?? null,
          extra: extra ?? null,
        })),
      };
    case 'debrief':
      return { ...base, kind: 'debrief', text: step.text, keyPoints: step.key_points ?? [] };
  }
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
