import { WHERE } from '../grading/tolerance.ts';
import type { PathProblem } from './problems.ts';
import { findingTwice, hintsResolve, replyResolve } from './resolve-parts.ts';
import { pictureResolve } from './resolve-picture.ts';
import { proposalsResolve } from './resolve-proposals.ts';
import { mModeResolve, scanResolve, surveyResolve } from './resolve-scan.ts';
import { variantsResolve } from './resolve-variants.ts';
import type { StepBase } from './resolve-ways.ts';
import type { ScenarioStep } from './scenario.ts';
import type { OuterStepFile, RoundStepFile, RoundsFile } from './schema.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { SourceFile } from './schema-source.ts';
import { MARK_TOOLS } from './tools.ts';

/** Marking an image is the heart of a round; a question is a word about it. */
const MARK_WEIGHT = 2;

/**
 * Fills a step's defaults in and checks it; `source` is that of the round's image, null outside rounds, `sources` those
 * of all images of the scenario, by their ids.
 */
export function stepResolve(
  step: Exclude<OuterStepFile, RoundsFile> | RoundStepFile,
  base: StepBase,
  source: SourceFile | null,
  sources: ReadonlyMap<string, SourceFile>,
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
        variants: variantsResolve(step.variants, step.key_points ?? []),
        picture: pictureResolve(step.picture, sources, [...path, 'picture'], problems),
      };
    case 'observe':
      return { ...base, kind: 'observe', text: step.text, minTimeS: step.min_time_s ?? 0 };
    case 'freeze':
      if (step.frame_index !== undefined && source?.camera !== undefined) {
        const sentence = 'A camera gives no image twice: leave frame_index out.';
        problems.push({ path: [...path, 'frame_index'], sentence });
      }
      return { ...base, kind: 'freeze', text: step.text, frameIndex: step.frame_index ?? null };
    case 'scan':
      return scanResolve(step, base, source, path, problems);
    case 'm_mode':
      return mModeResolve(step, base, source, path, problems);
    case 'survey':
      return surveyResolve(step, base, source, path, problems);
    case 'report':
      return { ...base, kind: 'report', text: step.text };
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
        findings: step.findings.map(({ finding, tolerance_mm, weight, where }) => ({
          finding,
          toleranceMm: tolerance_mm,
          where: where ?? WHERE[finding],
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
    case 'proposals':
      return proposalsResolve(step, base, source, path, problems);
    case 'feedback':
      problems.push(...findingTwice(step.explain ?? [], [...path, 'explain']));
      return {
        ...base,
        kind: 'feedback',
        text: step.text,
        explain: (step.explain ?? []).map(({ finding, sources: _, ...texts }) => ({ finding, texts })),
      };
    case 'debrief':
      return {
        ...base,
        kind: 'debrief',
        text: step.text,
        keyPoints: step.key_points ?? [],
        variants: variantsResolve(step.variants, step.key_points ?? []),
      };
  }
}
