import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LabelledFrame } from '../../domain/adaptation/labelled-frame.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { labelMarks } from '../../domain/studio/label-marks.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';
import type { Network } from '../../parts/network/network.ts';
import { useServices } from '../../parts/services.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import { noticeError } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import type { FramePlace } from './adapt-set.ts';

type Marks = readonly Mark[];

/** Marks of a place, and those that they were before and after: taking a class back is one step, as a stroke is. */
interface Drawn {
  readonly place: string;
  readonly marks: Marks;
  readonly past: readonly Marks[];
  readonly future: readonly Marks[];
}

const NONE: Marks = [];

/** An image that another one overtook is asked for again, so often. */
const TRIES = 3;

/** Shows an image of a clip, with the marks that were kept of it, else with the network's, which can be drawn over. */
export function useFrameMarks(
  clip: StillClip,
  { clipId, index }: FramePlace,
  kept: LabelledFrame | null,
): {
  readonly marks: Marks;
  /** Whether the network is being asked. */
  readonly isLabelling: boolean;
  marksPut(marks: Marks): void;
  /** The marks before the last change; null where there are none. */
  readonly undo: (() => Marks) | null;
  readonly redo: (() => Marks) | null;
} {
  const { network } = useServices();
  const drawn = useSignal<Drawn | null>(null);
  const asked = useSignal<string | null>(null);
  const place = `${clipId}/${index}`;
  const marksKept = kept === null || kept.isLeftOut ? null : kept.marks;
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const shown = await clip.show(index);
      if (isGone || marksKept !== null) return;
      asked.value = place;
      try {
        const found = await networkMarks(network, shown);
        // Whoever has begun to draw meanwhile knows better.
        if (!isGone && drawn.peek()?.place !== place)
          drawn.value = { place, marks: found, past: [], future: [] };
      } finally {
        if (asked.peek() === place) asked.value = null;
      }
    };
    look().catch((error: unknown) => {
      if (!isGone) noticeError(error, say('adapt.label.notLabelled'));
    });
    return () => {
      isGone = true;
    };
  }, [clip, network, place, index, marksKept, drawn, asked]);
  const own = drawn.value?.place === place ? drawn.value : null;
  const { marks, past, future } = own ?? { marks: marksKept ?? NONE, past: [], future: [] };
  const [before, after] = [past.at(-1), future.at(-1)];
  return {
    marks,
    isLabelling: asked.value === place,
    marksPut(next) {
      drawn.value = { place, marks: next, past: [...past, marks], future: [] };
    },
    undo:
      before === undefined
        ? null
        : () => {
            drawn.value = { place, marks: before, past: past.slice(0, -1), future: [...future, marks] };
            return before;
          },
    redo:
      after === undefined
        ? null
        : () => {
            drawn.value = { place, marks: after, past: [...past, marks], future: future.slice(0, -1) };
            return after;
          },
  };
}

async function networkMarks(network: Network, { frame }: SourceFrame): Promise<readonly Mark[]> {
  for (let tried = 0; tried < TRIES; tried++) {
    const said = await network.segment(frame);
    if (said !== null) return labelMarks(said.mask);
  }
  return [];
}
