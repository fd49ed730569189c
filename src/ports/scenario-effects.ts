import type { ClipUsed } from '../domain/frame/clip-used.ts';
import type { Mask } from '../domain/frame/frame.ts';
import type { Grade, Key } from '../domain/grading/grade.ts';
import type { MeasuredDifficulty } from '../domain/learning/measured-difficulty.ts';
import type { Mark } from '../domain/marks/mark.ts';
import type { MessageFact } from '../domain/message/message-fact.ts';
import type { PatientRequest } from '../domain/scan/patient-request.ts';
import type { ScanGoal } from '../domain/scenario/goal.ts';
import type { AskedFinding, ScenarioImage } from '../domain/scenario/scenario.ts';
import type { ProbeView, SourceFrame } from './frame-source.ts';

/** The key of marks, and what to tell the learner about it. */
export interface KeyMade {
  readonly key: Key;
  /** The network's own labels, on the raster of the key; null where it could not read the image. */
  readonly network: Mask | null;
  /** About the whole key, e.g. that the network could not read the image; none where all went well. */
  readonly notes: readonly MessageFact[];
}

export interface ImageOpenInput {
  readonly image: ScenarioImage;
  /** Where the probe is to stand at first, if the image is one that is scanned by hand. */
  readonly view: ProbeView;
  /** For a learner's own clip: what was opened the last time, to be used at once if the same file is given. */
  readonly clip: ClipUsed | null;
  /** Whether work waits that fits no other file, so that the learner is asked before it is lost. */
  readonly isWorkedOn: boolean;
}

export interface ImageOpened {
  /** Recognises a learner's own file; null for every other image. */
  readonly clip: ClipUsed | null;
  /** Whether it comes from a device of this moment, which gives no image a second time. */
  readonly isLive: boolean;
  /** How hard it is, where it was drawn as an item. */
  readonly measured?: MeasuredDifficulty | null;
  /** The patient who was drawn as an item, and how the probe is put on at first. */
  readonly patient?: PatientDrawn | null;
}

export interface PatientDrawn {
  readonly request: PatientRequest;
  readonly view: ProbeView;
}

export interface FreezeInput {
  readonly image: ScenarioImage;
  /** Which image; null for the one on the screen. */
  readonly index: number | null;
  readonly view: ProbeView;
  /** Scan line on which M-mode ran beside it, so that it can be drawn once more; null for none. */
  readonly mLine: number | null;
}

/** A place is looked for where the goal is met. */
export interface GoalReachInput {
  readonly image: ScenarioImage;
  readonly goal: ScanGoal;
  /** Where the probe is now. */
  readonly view: ProbeView;
}

export interface KeyInput {
  readonly image: ScenarioImage;
  readonly frozen: SourceFrame;
  /** Of all mark steps of the round. */
  readonly findings: readonly AskedFinding[];
}

export interface GradeInput {
  readonly frozen: SourceFrame;
  readonly key: Key;
  readonly marks: readonly Mark[];
  readonly findings: readonly AskedFinding[];
}

/**
 * Effects of the scenario machine on the world. A promise that rejects leads to the state `failed`, where the fact of a
 * coded error is told. `signal` is aborted when the machine moves on without waiting.
 */
export interface ScenarioEffects {
  /** A clock that never goes back, ms since some moment. */
  nowMs(): number;
  /** Whether a person can see the page. */
  isSeen(): boolean;
  /** Whether an image is on the screen: the first of a patient takes a moment. */
  hasImage(): boolean;
  /**
   * Makes the image's source ready, after closing the one before it. For a learner's own clip or machine: asks for it
   * and its sector.
   */
  imageOpen(input: ImageOpenInput, signal: AbortSignal): Promise<ImageOpened>;
  /** Runs the opened image on the screen, as the probe stands; what it returns stops it. */
  imagePlay(input: { readonly image: ScenarioImage; readonly view: ProbeView }): () => void;
  /** Stops the opened image: on `index` if that is given, else on what is shown. Gives the truth where it is known. */
  imageFreeze(input: FreezeInput, signal: AbortSignal): Promise<SourceFrame>;
  /** Where the probe is moved to and how the machine is set, of an image that is scanned by hand. */
  viewSet(view: ProbeView): void;
  /** Runs M-mode on a scan line beside the image, -1 to 1; null stops it. */
  mModeSet(lateral: number | null): void;
  /** Puts the probe where a goal is met, and gives an image from there; rejects where there is no such place. */
  goalReach(input: GoalReachInput, signal: AbortSignal): Promise<SourceFrame>;
  /** Closes whatever source is open; called once, when the scenario is over or stopped. */
  imageClose(): void;
  /** Segments the frozen frame and chooses the key from network and truth. */
  keyMake(input: KeyInput, signal: AbortSignal): Promise<KeyMade>;
  marksGrade(input: GradeInput, signal: AbortSignal): Promise<Grade>;
}
