import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type CarryStretch, carryStretches, carryStretchesDue } from '../../domain/motion/carry-stretch.ts';
import type { CarriedFrame, KeyExpert } from '../../domain/scenario/expert-key.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';
import { announce } from '../../ui/announcer.ts';
import { noticeError } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import { carryRun } from './carry-run.ts';

/** Carrying an expert's marks through the clip. */
export interface Carry {
  /** How much of it is done, 0-1; null while nothing is carried. */
  readonly share: number | null;
  /** Whether the key changed since, so that some images have to be carried anew. */
  readonly isDue: boolean;
  /** Carries what is due of a key, or all of it where nothing is; tells whether it came to its end. */
  run(expert: KeyExpert): Promise<boolean>;
  stop(): void;
}

export function useCarry(
  clip: StillClip,
  own: KeyExpert | null,
  /** Takes what was carried of a key. */
  onCarried: (frames: readonly CarriedFrame[], of: KeyExpert) => void,
): Carry {
  const share = useSignal<number | null>(null);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), [clip]);
  const images = clip.record.timesMs.length;
  const due = own === null ? [] : carryStretchesDue(own, images);
  const carry = async (expert: KeyExpert, stretches: readonly CarryStretch[]): Promise<boolean> => {
    const controller = new AbortController();
    under.current = controller;
    share.value = 0;
    const onProgress = (done: number): void => {
      share.value = done;
    };
    try {
      const made = await carryRun({ clip, expert, stretches, onProgress, aborted: controller.signal });
      if (controller.signal.aborted) return false;
      onCarried(made, expert);
      const check = made.filter(({ isToCheck }) => isToCheck).length;
      // The strip shows it to who sees.
      announce(say('studio.carry.done', { count: made.length, check }));
      return true;
    } catch (error) {
      if (!controller.signal.aborted) noticeError(error, say('studio.carry.failed'));
      return false;
    } finally {
      share.value = null;
      under.current = null;
    }
  };
  return {
    share: share.value,
    isDue: due.length > 0,
    async run(expert) {
      if (under.current !== null) return false;
      const missing = carryStretchesDue(expert, images);
      return carry(expert, missing.length > 0 ? missing : carryStretches(expert, images));
    },
    stop: () => under.current?.abort(),
  };
}
