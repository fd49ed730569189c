import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { ImageLayers } from '../../domain/scan/image-layers.ts';
import type { PatientCondition } from '../../domain/scan/patient-request.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import type { ZoneSet } from '../../domain/scan/zones.ts';
import type { LESSON_COURSES } from '../../domain/scenario/course.ts';
import type { PlainKey } from '../../ui/words/words-type.ts';
import type { Proposal } from './proposal.ts';

export type LessonId = (typeof LESSON_COURSES)[number];

/** All that a learner sets in lessons. */
export interface LessonValues extends ImageLayers {
  readonly zoneSet?: ZoneSet;
  /** Id of the zone that the probe stands on. */
  readonly zone?: string;
  readonly condition?: PatientCondition;
  /** The network's finding, true or false. */
  readonly proposal?: Proposal;
  /** Whether what is really there is named. */
  readonly truth?: boolean;
}

export type ControlId = keyof LessonValues;

export type ControlValue = number | boolean | string;

/** What a control has to be set to until a step is done. */
export type Until = { readonly is: ControlValue } | { readonly least: number } | { readonly most: number };

interface StepTexts {
  /** The one thing to do, and what it shows. */
  readonly ask: PlainKey;
  readonly answer: PlainKey;
  /** Statements of docs/medicine.yaml that both texts rest on. */
  readonly sources: readonly string[];
}

/** A control to be moved. */
export interface TryStep extends StepTexts {
  readonly kind: 'try';
  readonly control: ControlId;
  readonly until: Until;
  /** Set when the step begins. */
  readonly set?: LessonValues;
}

/** Two images of which one is asked for. */
export interface PairStep extends StepTexts {
  readonly kind: 'pair';
  readonly pictures: readonly [PairPicture, PairPicture];
  /** The picture that is asked for. */
  readonly right: 0 | 1;
}

export interface PairPicture {
  /** What it shows, told with the answer. */
  readonly name: PlainKey;
  readonly request: PhantomRequest;
  readonly layers: ImageLayers;
  /** Named with the answer. */
  readonly labels: readonly MarkableFinding[];
}

export type LessonStep = TryStep | PairStep;

/** Where the image of a lesson comes from. */
export type LessonStage =
  | {
      readonly kind: 'exam';
      readonly request: PhantomRequest;
      /** Findings that are named in the image. */
      readonly labels: readonly MarkableFinding[];
      /** Whether an M-mode of the middle scan line runs beside it. */
      readonly hasTrace?: boolean;
      /** Whether it stands still beside itself with the network's proposal. */
      readonly hasProposal?: boolean;
    }
  | { readonly kind: 'patient'; readonly seed: number; readonly labels: readonly MarkableFinding[] };

/** One lesson: a stage, what can be set, and steps with one thing to do each. */
export interface Lesson {
  readonly id: LessonId;
  readonly title: PlainKey;
  /** One sentence on what it shows. */
  readonly intro: PlainKey;
  readonly stage: LessonStage;
  /** What can be set, in the order in which it is shown. */
  readonly controls: readonly ControlId[];
  /** Of every control at least. */
  readonly start: LessonValues;
  readonly steps: readonly LessonStep[];
  /** The scenario that follows where the course has none of its own yet. */
  readonly scenario: string;
}

/** Whether a value is what a step waits for. */
export function untilMet(until: Until, value: ControlValue | undefined): boolean {
  if ('is' in until) return value === until.is;
  if (typeof value !== 'number') return false;
  return 'least' in until ? value >= until.least : value <= until.most;
}
