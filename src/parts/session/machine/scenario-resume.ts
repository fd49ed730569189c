import { type ClipUsed, clipUsedIs } from '../../../domain/frame/clip-used.ts';
import type { BranchCounts, StepResults } from '../../../domain/learning/progress.ts';
import type { MarkHistory } from '../../../domain/marks/history.ts';
import {
  imageById,
  type Scenario,
  type ScenarioSource,
  stepIndex,
} from '../../../domain/scenario/scenario.ts';
import type { ProbeView } from '../../../ports/frame-source.ts';
import { resumeUpdate } from './resume-update.ts';

/**
 * Of the shape of `ScenarioResume`; raised whenever that changes. `resumeUpdate` reads the versions before, but for what
 * those before 5 kept of a learner's file: the store itself brings that over, so that no name lies there any longer.
 */
export const PLACE_VERSION = 5;

/** The learner's file that was opened for an image. */
export interface ClipOfImage extends ClipUsed {
  readonly imageId: string;
}

/** Where a scenario stood, as plain data: frames, masks and grades are made again from it. */
export interface ScenarioResume {
  readonly stepId: string;
  /** Of the step's image; null outside rounds. Marks fit no other. */
  readonly source: ScenarioSource | null;
  /** Of the image opened last, where that was a learner's own clip. */
  readonly clip: ClipOfImage | null;
  readonly frozenIndex: number | null;
  /** Of a patient scanned by hand: where the probe stands, or stood for the frozen image. */
  readonly view: ProbeView;
  readonly mLine: number | null;
  readonly misses: Readonly<Record<string, number>>;
  readonly history: MarkHistory;
  readonly historyStepId: string | null;
  readonly results: StepResults;
  readonly hintsTaken: Readonly<Record<string, number>>;
  readonly followed: BranchCounts;
  readonly elapsedS: number;
  readonly isAnswered: boolean;
}

const TGC_SLIDERS = 8;
const KNOB_KEYS = ['depthMm', 'gainDb', 'focusMm', 'frequencyMhz', 'dynamicRangeDb'] as const;
const POSE_KEYS = ['aroundMm', 'downMm', 'rotationRad', 'tiltRad', 'pressure'] as const;

export type ResumeRead =
  | { readonly resume: ScenarioResume }
  /** A sentence. */
  | { readonly reason: string };

/**
 * Checks stored data against the scenario as it is now.
 *
 * @param version of the data's shape
 */
export function scenarioResumeRead(stored: unknown, version: number, scenario: Scenario): ResumeRead {
  if (version > PLACE_VERSION) {
    return {
      reason: `"${scenario.title}" was left in a newer version of Batsign, which this one cannot read, so it begins anew.`,
    };
  }
  const data = resumeUpdate(stored, version, scenario);
  if (!resumeIs(data)) {
    return { reason: 'What was stored of your last exercise is damaged, so it begins anew.' };
  }
  const step = scenario.steps[stepIndex(scenario, data.stepId)];
  const image = step?.imageId == null ? null : imageById(scenario, step.imageId);
  const known = Object.keys(data.results).every((stepId) => stepIndex(scenario, stepId) >= 0);
  if (step === undefined || !known || !sourceEquals(image?.source ?? null, data.source)) {
    return { reason: `"${scenario.title}" has changed since you left it, so it begins anew.` };
  }
  return { resume: data };
}

function resumeIs(data: unknown): data is ScenarioResume {
  if (!recordIs(data)) return false;
  const { stepId, source, clip, frozenIndex, history, historyStepId, results, hintsTaken, followed } = data;
  const { view, mLine, misses } = data;
  return (
    typeof stepId === 'string' &&
    (source === null || recordIs(source)) &&
    (clip === null || (recordIs(clip) && typeof clip.imageId === 'string' && clipUsedIs(clip))) &&
    (frozenIndex === null || Number.isInteger(frozenIndex)) &&
    viewIs(view) &&
    (mLine === null || typeof mLine === 'number') &&
    numbersIs(misses) &&
    historyIs(history) &&
    (historyStepId === null || typeof historyStepId === 'string') &&
    recordIs(results) &&
    Object.values(results).every(resultIs) &&
    numbersIs(hintsTaken) &&
    numbersIs(followed) &&
    typeof data.elapsedS === 'number' &&
    typeof data.isAnswered === 'boolean'
  );
}

function resultIs(value: unknown): boolean {
  return recordIs(value) && recordIs(value.first) && Array.isArray(value.practice);
}

function viewIs(value: unknown): boolean {
  if (!recordIs(value) || !recordIs(value.controls) || !recordIs(value.pose)) return false;
  const { controls, pose } = value;
  return (
    POSE_KEYS.every((key) => Number.isFinite(pose[key])) &&
    KNOB_KEYS.every((key) => Number.isFinite(controls[key])) &&
    (controls.probe === 'convex' || controls.probe === 'linear') &&
    Array.isArray(controls.tgcDb) &&
    controls.tgcDb.length === TGC_SLIDERS &&
    controls.tgcDb.every(Number.isFinite)
  );
}

function historyIs(value: unknown): boolean {
  if (!recordIs(value)) return false;
  const { edits, done } = value;
  return (
    Array.isArray(edits) &&
    edits.every((edit) => recordIs(edit) && (edit.kind === 'clear' || markIs(edit.mark))) &&
    typeof done === 'number' &&
    Number.isInteger(done) &&
    done >= 0 &&
    done <= edits.length
  );
}

function markIs(value: unknown): boolean {
  if (!recordIs(value) || typeof value.id !== 'string') return false;
  const points = value.kind === 'beam' ? [value.origin] : value.points;
  return Array.isArray(points) && points.every((point) => recordIs(point) && numbersIs(point));
}

function numbersIs(value: unknown): boolean {
  return recordIs(value) && Object.values(value).every((entry) => typeof entry === 'number');
}

function recordIs(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Both are plain data; the order of keys is that of their making, which stays the same. */
function sourceEquals(a: ScenarioSource | null, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
