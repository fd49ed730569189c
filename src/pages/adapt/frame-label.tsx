import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { FrameSetCount } from '../../domain/adaptation/frame-set.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';
import { useMarkEditing } from '../../parts/labelling/use-mark-editing.ts';
import type { MarkingEvent } from '../../parts/marking/machine/marking-context.ts';
import { MARKING_ACTIONS } from '../../parts/marking/marking-actions.ts';
import { useMarkingOnScanner } from '../../parts/marking/marking-on-scanner.ts';
import { noticeSentence } from '../../parts/marking/notice-sentence.ts';
import { clipTitle } from '../../parts/opening/clip-text.ts';
import { ScannerScreen } from '../../parts/player/scanner-screen.tsx';
import type { Scanner } from '../../scanner/scanner.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { noticeError } from '../../ui/notices.ts';
import { Slider } from '../../ui/slider.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
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
  const { record, viewer } = clip;
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
  // Image and tools fill the window together: who labels does not scroll between them.
  useLayoutEffect(() => screen.current?.scrollIntoView({ block: 'start' }), []);
  const marking = useMarkEditing(
    `${place.clipId}/${place.index}`,
    record.sector,
    marks,
    JSON.stringify(marks),
    (next) => {
      put(next);
      return JSON.stringify(next);
    },
  );
  const { context } = useSnapshot(marking);
  useMarkingOnScanner(viewer.scanner, marking);
  /** Whole marks come and go with all that was done to them; a stroke that is being drawn is the machine's. */
  const send = (event: MarkingEvent): void => {
    const isOfMachine = context.stroke !== null || (event.type !== 'undo' && event.type !== 'redo');
    const back = event.type === 'undo' ? undo : redo;
    if (isOfMachine) marking.send(event);
    else if (back !== null) keptPut(back());
  };
  useKeys((event, where, areKeysOn) => {
    const act = actionFind(MARKING_ACTIONS, event, { place: where, areKeysOn, mode: 'mark' }, context);
    if (act === null) return false;
    send(act);
    return true;
  });
  const { notice } = context;
  useEffect(() => {
    if (notice !== null) announce(noticeSentence(notice));
  }, [notice]);
  const onScanner = useCallback((scanner: Scanner | null) => viewer.scannerSet(scanner), [viewer]);

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
      <div class="studio-mark" ref={screen}>
        <div class="studio-screen">
          <ScannerScreen
            label={say('adapt.label.screen', { image: place.index + 1, images, title: clipTitle(record) })}
            waiting={null}
            viewer={viewer}
            scanner={viewer.scanner.value}
            onScanner={onScanner}
            told="stored"
            frozenIndex={viewer.frozen.value?.index ?? null}
          />
        </div>
        <LabelPanel
          context={context}
          send={send}
          canUndo={context.stroke !== null || undo !== null}
          canRedo={context.stroke === null && redo !== null}
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
      </div>
      {images > 1 && (
        <Slider
          label={say('adapt.label.image')}
          value={place.index + 1}
          min={1}
          max={images}
          step={1}
          show={say('adapt.label.imageOf', { image: place.index + 1, images })}
          onChange={(to) => onPlace({ clipId: place.clipId, index: to - 1 })}
        />
      )}
    </>
  );
}

function notKept(error: unknown): void {
  noticeError(error, say('messages.labelsNotKept'));
}
