import { HISTORY_EMPTY, historyMarks } from '../../../domain/marks/history.ts';
import { zoneAt } from '../../../domain/scan/zones.ts';
import { truthFacts } from '../../../domain/scenario/answer-facts.ts';
import { findingsInView } from '../../../domain/scenario/in-view.ts';
import type { SurveyStep } from '../../../domain/scenario/scenario.ts';
import {
  SURVEY_NONE,
  surveyScore,
  surveyVisited,
  type ZoneVisit,
  zonesLeft,
} from '../../../domain/survey/survey.ts';
import { patternOfMarks } from '../../../domain/survey/zone-marks.ts';
import type { ZoneReading } from '../../../domain/survey/zone-reading.ts';
import { zoneTruth } from '../../../domain/survey/zone-truth.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import { type ScanMiss, type ScenarioChange, type ScenarioContext, stepNow } from './scenario-context.ts';
import { resultKeep } from './scenario-result.ts';
import { FROZEN_NONE, frozenTake } from './scenario-step.ts';
import { tenthsRound } from './scenario-ticking.ts';

/** Why an image is of no zone that could be answered; null where it is. */
export function surveyMissOf(
  { zones }: SurveyStep,
  { truth, view }: Pick<SourceFrame, 'truth' | 'view'>,
): ScanMiss | null {
  if (truth?.scan === undefined || view === undefined) return null;
  if (zoneAt(zones, view.pose) === null) return { kind: 'no_zone' };
  return findingsInView(truthFacts(truth)).some((finding) => finding !== 'rib') ? null : { kind: 'no_lung' };
}

/** An image was frozen in a zone: it waits for its answer. */
export function zoneFreeze(context: ScenarioContext, frozen: SourceFrame): ScenarioChange {
  // After a reload the marks drawn on it are taken up again.
  const isAgain = context.frozenIndex !== null;
  return {
    ...frozenTake(frozen),
    miss: null,
    ...(!isAgain && { history: HISTORY_EMPTY, historyStepId: context.stepId }),
  };
}

/** Keeps the answer to the frozen zone, which was named or, with null, drawn; the image runs on. */
export function zoneKeep(context: ScenarioContext, named: ZoneReading | null): ScenarioChange {
  const step = stepNow(context);
  const { frozen, history } = context;
  if (step?.kind !== 'survey' || frozen?.truth?.scan === undefined || frozen.view === undefined) return {};
  const { truth, frame, view, index } = frozen;
  const zone = zoneAt(step.zones, view.pose);
  if (zone === null) return {};
  const survey = context.survey ?? SURVEY_NONE;
  const marks = named === null ? historyMarks(history) : [];
  const others = survey.visits.filter(({ zoneId }) => zoneId !== zone.id);
  const visit: ZoneVisit = {
    zoneId: zone.id,
    said: named ?? { pattern: patternOfMarks(marks, frame, truth), sliding: null },
    ...zoneTruth(truth, zone.id),
    pose: view.pose,
    frozenIndex: index,
    controls: view.controls,
    marks,
    seenS: tenthsRound(Math.max(0, context.seenS - others.reduce((sum, { seenS }) => sum + seenS, 0))),
  };
  const { condition, sickZones } = frozen.truth.scan;
  return { survey: surveyVisited(survey, visit, { condition, sickZones }), ...zoneLeave() };
}

/** The image runs on from where the probe stands, without an answer. */
export function zoneLeave(): ScenarioChange {
  return { ...FROZEN_NONE, miss: null, history: HISTORY_EMPTY };
}

/** Whether so many zones have their answer that the survey can be finished. */
export function surveyIsEnough(context: ScenarioContext): boolean {
  const step = stepNow(context);
  return step?.kind === 'survey' && (context.survey?.visits.length ?? 0) >= step.atLeast;
}

/** Grades the survey as far as it has come. */
export function surveyKeep(context: ScenarioContext): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'survey') return {};
  const { visits, patient } = context.survey ?? SURVEY_NONE;
  const left = zonesLeft(step.zones, { visits, patient });
  return resultKeep(context, step, surveyScore(visits, step.atLeast), visits.length === 0, {
    kind: 'survey',
    made: { visits, left },
  });
}
