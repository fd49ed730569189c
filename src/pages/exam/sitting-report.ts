import { type Assessment, assessmentOf } from '../../domain/assessment/assessment.ts';
import { formIsSeen } from '../../domain/assessment/form-seen.ts';
import type { Attempt } from '../../domain/learning/attempt.ts';
import type { ItemRecord } from '../../domain/learning/item-record.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import {
  assessmentForm,
  assessmentRead,
  assessmentScenario,
  type Sitting,
} from '../../parts/session/assessment.ts';

/** A finished exam, judged. */
export interface SittingReport {
  readonly sitting: Sitting;
  readonly scenario: Scenario;
  readonly attempt: Attempt;
  readonly assessment: Assessment;
  /** Whether its images had been answered before. */
  readonly isSeen: boolean;
}

/** The report of an attempt; null of one that is no exam, or of a version that is not known. */
export function sittingReport(attempt: Attempt, records: readonly ItemRecord[]): SittingReport | null {
  const sitting = assessmentRead(attempt.scenarioId);
  if (sitting === null) return null;
  const form = assessmentForm(sitting);
  const scenario = assessmentScenario(sitting);
  return {
    sitting,
    scenario,
    attempt,
    assessment: assessmentOf(form, scenario, attempt.steps),
    isSeen: formIsSeen(form, records, attempt.atMs),
  };
}

/**
 * The exams among attempts, newest first. Of several of one form the first counts: whoever takes it again knows its images.
 *
 * @param attempts newest first
 */
export function sittingReports(
  attempts: readonly Attempt[],
  records: readonly ItemRecord[],
): readonly SittingReport[] {
  const firsts = new Map(attempts.map((attempt) => [attempt.scenarioId, attempt]));
  return [...firsts.values()]
    .flatMap((attempt) => sittingReport(attempt, records) ?? [])
    .sort((a, b) => b.attempt.atMs - a.attempt.atMs);
}

/** Whether it has a certificate. */
export function reportIsCertified({ assessment, isSeen }: SittingReport): boolean {
  return assessment.isPassed && !isSeen;
}
