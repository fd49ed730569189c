import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdaptationFacts } from '../../domain/adaptation/adapted-network.ts';
import { examsHeld } from '../../domain/adaptation/exams-held.ts';
import { frameMask } from '../../domain/adaptation/frame-mask.ts';
import type { ExamFrame } from '../../domain/adaptation/frame-set.ts';
import { errorFact } from '../../domain/errors/error-fact.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { ClipReader, Records } from '../../ports/records.ts';
import type { AdaptFrame, AdaptPhase, AdaptResult, Tuner } from '../../ports/tuner.ts';

/** What a training gave. */
export interface TrainingDone {
  readonly kind: 'done';
  readonly result: AdaptResult;
  readonly facts: AdaptationFacts;
  /** The frames that decided, as they were labelled; in the order of the result's. */
  readonly held: readonly AdaptFrame[];
}

export type TrainingState =
  | { readonly kind: 'idle' }
  /** Reading the images of the clips. */
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'learning';
      readonly phase: AdaptPhase;
      /** Of the phase, 0-1. */
      readonly share: number;
      /** Null where it is not known. */
      readonly leftMs: number | null;
    }
  | { readonly kind: 'failed'; readonly fact: MessageFact }
  | TrainingDone;

/** Training of the network on one's own frames. It goes on while other pages are looked at; one at a time. */
export interface Training {
  readonly state: ReadonlySignal<TrainingState>;
  /** Begins another, unless one is under way; resolves when it has ended, however it did. */
  start(frames: readonly ExamFrame[], budgetMs: number): Promise<void>;
  /** Nothing of it stays. */
  cancel(): void;
  /** Lets go of what the last one gave. */
  clear(): void;
}

/** Which exams decide, and in which order is learnt: the same frames train alike. */
const SEED = 1;

export function trainingCreate(adapt: Tuner, records: () => Promise<Records>): Training {
  const state = signal<TrainingState>({ kind: 'idle' });
  let running: AbortController | null = null;

  const train = async (
    frames: readonly ExamFrame[],
    budgetMs: number,
    own: AbortController,
  ): Promise<TrainingDone> => {
    state.value = { kind: 'reading' };
    const given = await framesRead(await records(), frames);
    own.signal.throwIfAborted();
    state.value = { kind: 'learning', phase: 'before', share: 0, leftMs: null };
    const result = await adapt(
      { frames: given, seed: SEED, budgetMs },
      {
        signal: own.signal,
        onProgress(phase, share, leftMs) {
          if (!own.signal.aborted) state.value = { kind: 'learning', phase, share, leftMs };
        },
      },
    );
    const held = given.filter(({ isHeld }) => isHeld);
    const { parent, steps, before, after } = result;
    const facts: AdaptationFacts = {
      ...{ parent, frames: result.frames, exams: result.exams, steps },
      held: { frames: held.length, exams: new Set(held.map(({ exam }) => exam)).size, before, after },
    };
    return { kind: 'done', result, facts, held };
  };

  return {
    state,
    async start(frames, budgetMs) {
      if (running !== null) return;
      const own = new AbortController();
      running = own;
      try {
        const done = await train(frames, budgetMs, own);
        if (!own.signal.aborted) state.value = done;
      } catch (error) {
        if (own.signal.aborted) return;
        console.warn(error);
        state.value = { kind: 'failed', fact: errorFact(error, { code: 'tuningCrashed' }) };
      } finally {
        if (running === own) running = null;
      }
    },
    cancel() {
      running?.abort();
      running = null;
      state.value = { kind: 'idle' };
    },
    clear() {
      if (running === null) state.value = { kind: 'idle' };
    },
  };
}

/** The images of labelled frames with their labels; three of ten exams are held. */
async function framesRead(records: Records, frames: readonly ExamFrame[]): Promise<readonly AdaptFrame[]> {
  const held = examsHeld(
    frames.map(({ exam }) => exam),
    SEED,
  );
  const readers = new Map<string, ClipReader>();
  const read: AdaptFrame[] = [];
  for (const { clipId, index, marks, exam } of frames) {
    const reader = readers.get(clipId) ?? (await records.clipRead(clipId));
    readers.set(clipId, reader);
    const { width, height, sector, timesMs } = reader.record;
    const grey = await reader.frame(index);
    const frame = { width, height, sector, grey, timeMs: timesMs[index] ?? 0 };
    const mask = frameMask(marks, frame);
    read.push({ id: `${clipId}/${index}`, frame, mask, exam, isHeld: held.has(exam) });
  }
  return read;
}
