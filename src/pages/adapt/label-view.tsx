import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FrameSetCount } from '../../domain/adaptation/frame-set.ts';
import { type StillClip, stillClipOpen } from '../../parts/labelling/still-clip.ts';
import { useServices } from '../../parts/services.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import type { AdaptSet, FramePlace } from './adapt-set.ts';
import { FrameLabel } from './frame-label.tsx';

/** Labelling frames, one after the other. */
export function LabelView({
  set,
  count,
  place,
  onPlace,
}: {
  readonly set: AdaptSet;
  readonly count: FrameSetCount;
  readonly place: FramePlace;
  /** Null goes back to all of them. */
  readonly onPlace: (place: FramePlace | null) => void;
}) {
  const { records, network } = useServices();
  const clip = useSignal<StillClip | null>(null);
  const problem = useSignal<string | null>(null);
  const { clipId } = place;
  useEffect(() => {
    let isGone = false;
    let opened: StillClip | null = null;
    const fail = (error: unknown): void => {
      problem.value = errorSentence(error, say('adapt.label.clipGone'));
    };
    problem.value = null;
    clip.value = null;
    const open = async (): Promise<void> => {
      const next = await stillClipOpen(await records(), network, clipId, fail);
      if (isGone) return next.close();
      opened = next;
      clip.value = next;
    };
    open().catch(fail);
    return () => {
      isGone = true;
      opened?.close();
    };
  }, [records, network, clipId, clip, problem]);
  return (
    <div class="stack">
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {clip.value === null || clip.value.record.id !== clipId ? (
        problem.value === null && <p class="soft">{say('adapt.label.opening')}</p>
      ) : (
        <FrameLabel clip={clip.value} set={set} count={count} place={place} onPlace={onPlace} />
      )}
    </div>
  );
}
