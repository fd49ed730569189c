import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { ImageDraw } from '../../../domain/scenario/image-draw.ts';
import type { DrawnItem } from '../../../simulator/exam/item/item-draw.ts';

/** Message to the worker that looks for exams: one at a time, each is answered before the next is sent. */
export interface DrawWanted {
  readonly request: PhantomRequest;
  readonly draw: ImageDraw;
}

/** The worker's answer; `fact` where no exam fits, or something else went wrong. */
export type DrawAnswer = { readonly drawn: DrawnItem } | { readonly fact: MessageFact };
