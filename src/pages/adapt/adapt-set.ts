import { type ReadonlySignal, signal } from '@preact/signals';
import { framesOfEach, imagesPropose } from '../../domain/adaptation/frame-set.ts';
import type { ExamClip, LabelledFrame } from '../../domain/adaptation/labelled-frame.ts';
import type { NetworkStore } from '../../ports/networks.ts';
import type { ClipRecord, Records } from '../../ports/records.ts';

/** A frame that is to be labelled, or was. */
export interface FramePlace {
  readonly clipId: string;
  readonly index: number;
}

/** Frames of kept clips that the network is to learn from, as they are kept. */
export interface AdaptSet {
  /** All clips of the library. */
  readonly clips: readonly ClipRecord[];
  /** Those that frames are taken of, in the order of the library. */
  readonly chosen: ReadonlySignal<readonly ExamClip[]>;
  readonly frames: ReadonlySignal<readonly LabelledFrame[]>;
  choose(clipId: string, isChosen: boolean): Promise<void>;
  examSet(clipId: string, exam: number): Promise<void>;
  keep(frame: LabelledFrame): Promise<void>;
}

export async function adaptSetOpen(store: NetworkStore, records: Records): Promise<AdaptSet> {
  const { clips } = await records.clipsList();
  const isThere = (id: string): boolean => clips.some((clip) => clip.id === id);
  const kept = await store.clipsList();
  const chosen = signal<readonly ExamClip[]>(kept.filter(({ clipId }) => isThere(clipId)));
  const frames = signal<readonly LabelledFrame[]>(
    (await store.framesList()).filter(({ clipId }) => isThere(clipId)),
  );
  const chosenPut = async (next: readonly ExamClip[]): Promise<void> => {
    const place = ({ clipId }: ExamClip): number => clips.findIndex(({ id }) => id === clipId);
    chosen.value = [...next].sort((a, b) => place(a) - place(b));
    await store.clipsSave(chosen.peek());
  };
  return {
    clips,
    chosen,
    frames,
    choose(clipId, isChosen) {
      const others = chosen.peek().filter((clip) => clip.clipId !== clipId);
      return chosenPut(isChosen ? [...others, { clipId, exam: examFree(others) }] : others);
    },
    examSet: (clipId, exam) =>
      chosenPut(chosen.peek().map((clip) => (clip.clipId === clipId ? { clipId, exam } : clip))),
    async keep(frame) {
      await store.frameSave(frame);
      frames.value = [...frames.peek().filter((one) => !placeIs(one, frame)), frame];
    },
  };
}

/** The first number that no clip has: until a person says otherwise each clip is an exam of its own. */
function examFree(clips: readonly ExamClip[]): number {
  const taken = new Set(clips.map(({ exam }) => exam));
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}

export function placeIs(a: FramePlace, b: FramePlace): boolean {
  return a.clipId === b.clipId && a.index === b.index;
}

/** The frames of a set: those proposed of each clip, and whatever else was labelled; clip by clip, in order. */
export function framePlaces({ clips, chosen, frames }: AdaptSet): readonly FramePlace[] {
  const each = framesOfEach(chosen.value.length);
  return chosen.value.flatMap(({ clipId }) => {
    const images = clips.find(({ id }) => id === clipId)?.timesMs.length ?? 0;
    const labelled = frames.value.filter((frame) => frame.clipId === clipId).map(({ index }) => index);
    const wanted = Math.max(0, each - labelled.length);
    const proposed = imagesPropose(images, each).filter((index) => !labelled.includes(index));
    return [...labelled, ...proposed.slice(0, wanted)]
      .sort((a, b) => a - b)
      .map((index) => ({ clipId, index }));
  });
}

/** The next frame after a place that nobody has looked at, round from the last to the first; null where there is none. */
export function placeWaiting(set: AdaptSet, after: FramePlace | null): FramePlace | null {
  const places = framePlaces(set);
  const from = after === null ? 0 : places.findIndex((one) => placeIs(one, after)) + 1;
  const round = [...places.slice(from), ...places.slice(0, from)];
  return round.find((one) => !set.frames.value.some((frame) => placeIs(frame, one))) ?? null;
}
