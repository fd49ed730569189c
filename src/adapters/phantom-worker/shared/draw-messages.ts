import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { ImageDraw } from '../../../domain/scenario/image-draw.ts';
import type { PatientWanted } from '../../../domain/scenario/patient-wanted.ts';
import type { DrawnItem } from '../../../simulator/exam/item/item-draw.ts';
import type { DrawnPatient } from '../../../simulator/patient/item/patient-item-draw.ts';

/** Message to the worker that looks for exams and patients: one at a time, each is answered before the next is sent. */
export type DrawWanted =
  | { readonly kind: 'exam'; readonly request: PhantomRequest; readonly draw: ImageDraw }
  | { readonly kind: 'patient'; readonly seed: number; readonly wanted: PatientWanted };

/** What is drawn for a message of either kind. */
export interface DrawnOf {
  readonly exam: DrawnItem;
  readonly patient: DrawnPatient;
}

/** The worker's answer; `fact` where nothing fits, or something else went wrong. */
export type DrawAnswer = { readonly drawn: DrawnOf[DrawWanted['kind']] } | { readonly fact: MessageFact };
