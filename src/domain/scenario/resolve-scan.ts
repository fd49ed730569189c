import type { MarkableFinding } from '../findings/finding.ts';
import type { ProbePose } from '../scan/probe-pose.ts';
import { zoneFind, zonesOf } from '../scan/zones.ts';
import { type ScanGoal, ZONE_SICK } from './goal.ts';
import type { PathProblem } from './problems.ts';
import type { StepBase } from './resolve-ways.ts';
import type { Hint, HintKind, MModeStep, ScanStep, SurveyStep } from './scenario.ts';
import type { HintFile } from './schema-flow.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { MModeFile, ScanFile, StartFile, SurveyFile } from './schema-scan.ts';
import type { SourceFile } from './schema-source.ts';

const ATTEMPTS = 3;
/** Finding the place is as much work as a mark. */
const SCAN_WEIGHT = 2;
/** As much work as all that is asked of several images. */
const SURVEY_WEIGHT = 6;
/** The findings that decide on a zone's pattern. */
const SURVEY_FINDINGS: readonly MarkableFinding[] = [
  'b_line',
  'b_line_confluence',
  'pleural_effusion',
  'consolidation',
];
/** About one breath. */
const M_MODE_S = 4;

/** Good contact. */
const PRESSURE = 0.5;

const RAD = Math.PI / 180;

export function scanResolve(
  step: ScanFile,
  base: StepBase,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): ScanStep {
  problems.push(...sourceProblems(source, path), ...goalProblems(step, source, path));
  return {
    ...base,
    kind: 'scan',
    text: step.text,
    start: startResolve(step.start),
    zones: step.zones ?? null,
    goal: goalResolve(step.goal),
    attempts: step.attempts ?? ATTEMPTS,
    timeLimitS: step.time_limit_s ?? null,
    hints: hintsPlain(
      step.hints ?? [],
      step.goal.zone === undefined ? ['word', 'answer'] : ['word', 'region', 'answer'],
      [...path, 'hints'],
      problems,
    ),
    weight: step.weight ?? SCAN_WEIGHT,
  };
}

export function mModeResolve(
  step: MModeFile,
  base: StepBase,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): MModeStep {
  problems.push(...sourceProblems(source, path));
  for (const [i, { value }] of step.options.entries()) {
    if (step.options.findIndex((option) => option.value === value) === i) continue;
    const sentence = `The value ${value} stands here twice: give each option a value of its own.`;
    problems.push({ path: [...path, 'options', i, 'value'], sentence });
  }
  if (step.goal !== undefined && !step.options.some(({ value }) => value === step.goal)) {
    const sentence = `The goal ${step.goal} is none of the options: give it one, for it is the right answer there.`;
    problems.push({ path: [...path, 'goal'], sentence });
  }
  return {
    ...base,
    kind: 'm_mode',
    ask: step.ask,
    start: startResolve(step.start),
    goal: step.goal ?? null,
    options: step.options.map(({ value, label, why }) => ({ value, label, why: why ?? null })),
    minTimeS: step.min_time_s ?? M_MODE_S,
    explain: step.explain,
    hints: hintsPlain(step.hints ?? [], ['word', 'answer'], [...path, 'hints'], problems),
    weight: step.weight ?? 1,
  };
}

export function surveyResolve(
  step: SurveyFile,
  base: StepBase,
  source: SourceFile | null,
  path: ScenarioPath,
  problems: PathProblem[],
): SurveyStep {
  problems.push(...sourceProblems(source, path));
  const count = zonesOf(step.zones).length;
  if (step.at_least !== undefined && step.at_least > count) {
    const sentence = `${step.zones} has ${count} zones: write at_least up to ${count}, or leave it out for all.`;
    problems.push({ path: [...path, 'at_least'], sentence });
  }
  return {
    ...base,
    kind: 'survey',
    text: step.text,
    start: startResolve(step.start),
    zones: step.zones,
    answers: step.answers,
    findings: step.findings ?? SURVEY_FINDINGS,
    asksSliding: step.sliding ?? false,
    atLeast: step.at_least ?? count,
    hints: [],
    weight: step.weight ?? SURVEY_WEIGHT,
  };
}

/** Where the probe is put, unless told otherwise along the body and square on the skin; null for where it is. */
export function startResolve(start: StartFile | undefined): ProbePose | null {
  if (start === undefined) return null;
  const zone = start.zone === undefined ? null : zoneFind(start.zone);
  return {
    ...(zone === null ? { aroundMm: start.around_mm!, downMm: start.down_mm! } : zone.centre),
    rotationRad: (start.rotation_deg ?? 0) * RAD,
    tiltRad: (start.tilt_deg ?? 0) * RAD,
    pressure: start.pressure ?? PRESSURE,
  };
}

function goalResolve({ zone, shows, pattern, lung_sliding }: ScanFile['goal']): ScanGoal {
  return {
    zone: zone ?? null,
    shows: shows ?? [],
    patterns: pattern ?? [],
    sliding: lung_sliding ?? null,
  };
}

function sourceProblems(source: SourceFile | null, path: ScenarioPath): readonly PathProblem[] {
  if (source === null || source.patient !== undefined) return [];
  const sentence =
    'Only a patient can be scanned by hand: give each image of these rounds a patient as its source.';
  return [{ path, key: 'step', sentence }];
}

function goalProblems(
  { goal, zones }: ScanFile,
  source: SourceFile | null,
  path: ScenarioPath,
): readonly PathProblem[] {
  const at = [...path, 'goal', 'zone'];
  if (goal.zone === ZONE_SICK) {
    if (source?.patient?.condition !== 'normal') return [];
    return [{ path: at, sentence: 'A normal patient is sick in no zone: write another zone or condition.' }];
  }
  if (goal.zone === undefined || zones === undefined) return [];
  const known = zonesOf(zones).map(({ id }) => id);
  if (known.includes(goal.zone)) return [];
  const sentence = `${goal.zone} is none of the zones drawn on the torso (${zones}): write one of ${known.join(', ')}.`;
  return [{ path: at, sentence }];
}

/** Hints that draw nothing on the image: there is no frozen one yet. */
function hintsPlain(
  hints: readonly HintFile[],
  kinds: readonly HintKind[],
  path: ScenarioPath,
  problems: PathProblem[],
): readonly Hint[] {
  return hints.map(({ show, text, findings, cost }, i) => {
    const before = hints[i - 1];
    if (!kinds.includes(show)) {
      const sentence = `A hint here shows ${kinds.join(' or ')}, not ${show}.`;
      problems.push({ path: [...path, i, 'show'], sentence });
    } else if (before !== undefined && kinds.indexOf(before.show) > kinds.indexOf(show)) {
      const sentence = `A hint gives away more than the one before it: ${show} goes before ${before.show}.`;
      problems.push({ path: [...path, i, 'show'], sentence });
    }
    if (findings !== undefined) {
      problems.push({
        path: [...path, i],
        key: 'findings',
        sentence: 'No image is frozen yet: leave findings out.',
      });
    }
    return { kind: show, text: text ?? null, findings: [], cost };
  });
}
