import type { GradedStep, Scenario, ScenarioSource } from '../scenario/scenario.ts';
import { imageById } from '../scenario/scenario.ts';
import type { ItemRecord, ItemSource } from './item-record.ts';
import { ITEM_RECORD_VERSION } from './item-record.ts';
import type { DifficultyLevel, MeasuredDifficulty } from './measured-difficulty.ts';
import type { StepResult } from './progress.ts';
import { RIGHT_SCORE } from './right-score.ts';
import type { SkillId } from './skill.ts';
import { type SkillEvidence, stepEvidence, zoneEvidence } from './skill-evidence.ts';
import { skillLevel } from './skill-level.ts';

/** A graded answer before it is known when it is kept, and whether it was the first one to its image. */
export type ItemDraft = Omit<ItemRecord, 'version' | 'id' | 'isFirst' | 'atMs'>;

/**
 * The item that the first try of a step was; null where it is evidence of nothing: it was skipped, could not be scored, or
 * is about no image that can be told again.
 *
 * @param measured how hard the step's image is, where it was drawn as an item
 */
export function itemDraft(
  scenario: Scenario,
  step: GradedStep,
  result: StepResult,
  measured: MeasuredDifficulty | null,
): ItemDraft | null {
  const image = step.imageId === null ? null : imageById(scenario, step.imageId);
  const source = image === null ? null : itemSource(image.source);
  const { first } = result;
  if (image === null || source === null || first.score === null || first.isSkipped) return null;
  const item = drawnItem(image.source);
  const grade = Math.min(100, first.score + first.hintCost);
  // A lesson asks several things of one image; elsewhere an image is asked for one skill alone.
  const skill = scenario.policy === 'course' ? null : (item?.skill ?? null);
  const evidence = evidenceWith(stepEvidence(step, result), skill, grade);
  if (evidence.length === 0) return null;
  return {
    evidence,
    source,
    difficulty: {
      level: levelOf(item, measured) ?? levelUnmeasured(image.source),
      isNormal: item?.isNormal ?? false,
      measured,
    },
    grade,
    isRight: evidence.every(({ isRight }) => isRight),
    answerMs: Math.round(1000 * (first.seenS ?? first.elapsedS)),
    confidence: first.confidence ?? null,
    hints: first.hints.length,
    aid: step.kind === 'proposals' ? 'proposals' : (image.aid ?? 'none'),
    policy: scenario.policy,
  };
}

/** Items of the first try of a step: of a survey one for each zone, with the time that it took, and in a course one for the whole. */
export function itemDrafts(
  scenario: Scenario,
  step: GradedStep,
  result: StepResult,
  measured: MeasuredDifficulty | null,
): readonly ItemDraft[] {
  const whole = itemDraft(scenario, step, result, measured);
  if (whole === null) return [];
  if (result.kind !== 'survey' || whole.source.kind !== 'phantom') return [whole];
  const { visits } = result.first;
  const { seed } = whole.source;
  const zones = visits.map((visit): ItemDraft => {
    const evidence = zoneEvidence(visit, visits);
    return {
      ...whole,
      evidence: [evidence],
      source: { kind: 'phantom', seed, zone: visit.zoneId },
      difficulty: { ...whole.difficulty, isNormal: visit.truth.pattern === 'a_lines' },
      grade: evidence.grade,
      isRight: evidence.isRight,
      answerMs: Math.round(1000 * visit.seenS),
    };
  });
  // Outside of courses what is asked of a whole patient is the decision that the zones lead to.
  return scenario.policy === 'course' ? [...zones, whole] : zones;
}

/**
 * The record of a draft. It is the first answer to its image where none of those that are known is about the same skill on it.
 *
 * @param known records that were kept before
 */
export function itemRecordOf(
  draft: ItemDraft,
  { id, atMs, known }: { readonly id: string; readonly atMs: number; readonly known: readonly ItemRecord[] },
): ItemRecord {
  const skills = new Set(draft.evidence.map(({ skill }) => skill));
  const isAgain = known.some(
    ({ source, evidence }) =>
      itemSourceEquals(source, draft.source) && evidence.some(({ skill }) => skills.has(skill)),
  );
  return { version: ITEM_RECORD_VERSION, id, ...draft, isFirst: !isAgain, atMs };
}

/** @param skill the one that the image was drawn for: it is evidence of that, whatever was asked about it */
function evidenceWith(
  found: readonly SkillEvidence[],
  skill: SkillId | null,
  grade: number,
): readonly SkillEvidence[] {
  if (skill === null || found.some((one) => one.skill === skill)) return found;
  return [...found, { skill, grade, isRight: grade >= RIGHT_SCORE }];
}

/** Whether two answers are about the same image, or the same zone of a patient. */
export function itemSourceEquals(a: ItemSource, b: ItemSource): boolean {
  return a.kind === 'phantom'
    ? b.kind === 'phantom' && a.seed === b.seed && a.zone === b.zone
    : b.kind === 'clip' && a.clipId === b.clipId;
}

function itemSource(source: ScenarioSource): ItemSource | null {
  if (source.kind === 'phantom' || source.kind === 'patient') {
    return { kind: 'phantom', seed: source.request.seed };
  }
  return source.kind === 'stored' ? { kind: 'clip', clipId: source.clipId } : null;
}

function drawnItem(source: ScenarioSource) {
  if (source.kind === 'phantom') return source.draw?.item ?? null;
  return source.kind === 'patient' ? (source.draw ?? null) : null;
}

/** The level that was measured, else the one that was asked for. */
function levelOf(
  item: ReturnType<typeof drawnItem>,
  measured: MeasuredDifficulty | null,
): DifficultyLevel | null {
  if (item === null || measured === null) return item?.level ?? null;
  return skillLevel(item.skill, item.isNormal, measured);
}

/** Images of the clean look are made for first lessons; what was not measured otherwise is taken for the standard. */
function levelUnmeasured(source: ScenarioSource): 'easy' | 'standard' {
  return source.kind === 'phantom' && (source.request.look ?? 'clean') === 'clean' ? 'easy' : 'standard';
}
