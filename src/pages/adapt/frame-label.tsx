import { useRef } from 'preact/hooks';
import type { FrameSetCount } from '../../domain/adaptation/frame-set.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';
import { ImageSlider, StillScreen } from '../../parts/labelling/still-screen.tsx';
import { useLabelling } from '../../parts/labelling/use-labelling.ts';
import { clipTitle } from '../../parts/opening/clip-text.ts';
import { noticeError } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import { type AdaptSet, type FramePlace, placeIs, placeWaiting } from './adapt-set.ts';
import { LabelPanel } from './label-panel.tsx';
import { useFrameMarks } from './use-frame-marks.ts';

/** One image of a clip with the network's marks on it, to be taken over or mended. */
export function FrameLabel({
  clip,
  set,
  count,
  place,
  onPlace,
}: {
  readonly clip: StillClip;
  readonly set: AdaptSet;
  readonly count: FrameSetCount;
  readonly place: FramePlace;
  readonly onPlace: (place: FramePlace | null) => void;
}) {
  const { record } = clip;
  const images = record.timesMs.length;
  const kept = set.frames.value.find((frame) => placeIs(frame, place)) ?? null;
  const { marks, isLabelling, marksPut, undo, redo } = useFrameMarks(clip, place, kept);
  /** A frame that counts already is kept as it is now. */
  const keptPut = (next: readonly Mark[]): void => {
    if (kept === null || kept.isLeftOut) return;
    set.keep({ ...kept, marks: next }).catch(notKept);
  };
  const put = (next: readonly Mark[]): void => {
    marksPut(next);
    keptPut(next);
  };
  const screen = useRef<HTMLDivElement>(null);
  const labelling = useLabelling(clip, {
    place: `${place.clipId}/${place.index}`,
    marks,
    text: JSON.stringify(marks),
    onMarks: (next) => {
      put(next);
      return JSON.stringify(next);
    },
    // Whole marks come and go with all that was done to them; a stroke that is being drawn is the machine's.
    onBack: (type) => {
      const back = type === 'undo' ? undo : redo;
      if (back !== null) keptPut(back());
      return true;
    },
  });
  const { stroke } = labelling.context;

  const keep = async (isLeftOut: boolean): Promise<void> => {
    try {
      await set.keep({ ...place, marks: isLeftOut ? [] : marks, isLeftOut });
      onPlace(placeWaiting(set, place));
    } catch (error) {
      notKept(error);
    }
  };
  return (
    <>
      <StillScreen
        clip={clip}
        label={say('adapt.label.screen', { image: place.index + 1, images, title: clipTitle(record) })}
        place={screen}
      >
        <LabelPanel
          labelling={labelling}
          canUndo={stroke !== null || undo !== null}
          canRedo={stroke === null && redo !== null}
          count={count}
          state={kept === null ? 'waits' : kept.isLeftOut ? 'leftOut' : 'labelled'}
          isLabelling={isLabelling}
          onReject={(finding) =>
            put(marks.filter((mark) => mark.kind === 'eraser' || mark.finding !== finding))
          }
          onKeep={() => void keep(false)}
          onLeaveOut={() => void keep(true)}
          onBack={() => onPlace(null)}
        />
      </StillScreen>
      <ImageSlider
        clip={clip}
        index={place.index}
        label={say('adapt.label.image')}
        show={say('adapt.label.imageOf', { image: place.index + 1, images })}
        onIndex={(index) => onPlace({ clipId: place.clipId, index })}
      />
    </>
  );
}

function notKept(error: unknown): void {
  noticeError(error, say('messages.labelsNotKept'));
}
