import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import {
  type KeyExpert,
  type KeyPlace,
  keyIndexNearest,
  keyIndices,
} from '../../domain/scenario/expert-key.ts';
import { valueAt } from '../../domain/scenario/schema-keys.ts';
import { keyMarksSet } from '../../domain/studio/key-edit.ts';
import { expertKeyAt } from '../../domain/studio/key-read.ts';
import { type KeySuggestion, suggestionWithout } from '../../domain/studio/key-suggestion.ts';
import { labelMarks } from '../../domain/studio/label-marks.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';
import { useMarkEditing } from '../../parts/labelling/use-mark-editing.ts';
import { MARKING_ACTIONS } from '../../parts/marking/marking-actions.ts';
import { useMarkingOnScanner } from '../../parts/marking/marking-on-scanner.ts';
import { noticeSentence } from '../../parts/marking/notice-sentence.ts';
import { ScannerScreen } from '../../parts/player/scanner-screen.tsx';
import { useServices } from '../../parts/services.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { Slider } from '../../ui/slider.tsx';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { AnnotationsView } from './annotations-later.ts';
import type { DraftEditor } from './draft-editor.ts';
import { KeyPanel } from './key-panel.tsx';
import { PlaceList } from './key-places.tsx';
import { KeySignatureForm } from './key-signature.tsx';
import { keyClipOf, keyPut } from './key-write.ts';

/** One image of the clip with an expert's marks on it. */
export function KeyFrameView({
  editor,
  session,
  index,
  onIndex,
  who,
  onWho,
}: {
  readonly editor: DraftEditor;
  readonly session: StillClip;
  /** From 0. */
  readonly index: number;
  readonly onIndex: (index: number) => void;
  /** Which expert draws: 0, or 1 for a second one. */
  readonly who: number;
  readonly onWho: (who: number) => void;
}) {
  const { network } = useServices();
  const { record, viewer } = session;
  const images = record.timesMs.length;
  const values = editor.values.value;
  const parts = editor.parts.value;
  const key = expertKeyAt(values, parts);
  const own = key?.experts[who] ?? null;
  const frame = own?.frames.find((one) => one.index === index) ?? null;
  const marks = frame?.marks ?? [];
  const places = key?.places ?? [];
  /** A name that is written before anything is drawn. */
  const name = useSignal('');
  const isLabelling = useSignal(false);
  const isExchanged = useSignal(false);
  const suggested = useSignal<KeySuggestion | null>(null);
  const place = useRef<HTMLDivElement>(null);
  // Image and tools fill the window together: who draws does not scroll between them.
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'start' }), []);
  const clip = keyClipOf(record);

  useEffect(() => {
    suggested.value = null;
    session.show(index).catch((error: unknown) => noticeError(error, say('studio.key.clipGone')));
  }, [session, index, who]);
  const offered = suggested.value?.index === index ? suggested.value : null;
  useEffect(() => {
    const sector = sectorFit(record.sector, MASK_SIZE);
    viewer.layOver(offered === null ? null : marksRasterise(offered.marks, sector, MASK_SIZE));
  }, [viewer, record, offered]);
  usePlacesShown(session, places, index);

  const put = (experts: readonly KeyExpert[], field: string | null): void =>
    keyPut(editor, clip, key, { experts, places }, field);
  const placesPut = (next: readonly KeyPlace[]): void =>
    keyPut(editor, clip, key, { experts: key?.experts ?? [], places: next }, null);
  const usual = editor.draft.value.author || say(who === 0 ? 'studio.key.teacher' : 'studio.key.second');
  const signature = {
    by: name.value || own?.by || usual,
    date: new Date().toISOString().slice(0, 10),
  };
  const marksPut = (next: readonly Mark[] | null): string => {
    put(keyMarksSet(key?.experts ?? [], who, signature, index, next), null);
    return marksText(editor, who, index);
  };
  const marking = useMarkEditing(
    `${who}/${index}`,
    record.sector,
    marks,
    marksText(editor, who, index),
    marksPut,
  );
  const { context } = useSnapshot(marking);
  useMarkingOnScanner(viewer.scanner, marking);
  useKeys((event, where, areKeysOn) => {
    const act = actionFind(MARKING_ACTIONS, event, { place: where, areKeysOn, mode: 'mark' }, context);
    if (act === null) return false;
    marking.send(act);
    return true;
  });
  const { notice } = context;
  useEffect(() => {
    if (notice !== null) announce(noticeSentence(notice));
  }, [notice]);
  const onScanner = useCallback((scanner: Scanner | null) => viewer.scannerSet(scanner), [viewer]);

  /** Offers the network's labels of this image. */
  const label = async (): Promise<void> => {
    isLabelling.value = true;
    try {
      network.start();
      const shown = viewer.frozen.peek();
      const said = shown === null ? null : await network.segment(shown.frame);
      const found = said === null ? [] : labelMarks(said.mask);
      if (shown === null || found.length === 0) noticeShow('info', say('studio.key.networkNothing'));
      else suggested.value = { index: shown.index, marks: found };
    } catch (error) {
      noticeError(error, say('studio.key.networkFailed'));
    } finally {
      isLabelling.value = false;
    }
  };
  const accept = (finding: MarkableFinding | null): void => {
    if (offered === null) return;
    marksPut([...marks, ...offered.marks.filter((mark) => finding === null || mark.finding === finding)]);
    reject(finding);
  };
  const reject = (finding: MarkableFinding | null): void => {
    suggested.value = finding === null || offered === null ? null : suggestionWithout(offered, finding);
    if (suggested.value === null) place.current?.querySelector<HTMLElement>('#screen')?.focus();
  };
  const others = key === null ? [] : keyIndices(key).filter((one) => one !== index);
  const nearest = own === null || frame !== null ? null : keyIndexNearest({ experts: [own] }, index);

  return (
    <div class="stack">
      <div class="studio-mark" ref={place}>
        <div class="studio-screen">
          <ScannerScreen
            label={say('studio.key.screen', { image: index + 1, images })}
            waiting={null}
            viewer={viewer}
            scanner={viewer.scanner.value}
            onScanner={onScanner}
            told="stored"
            frozenIndex={viewer.frozen.value?.index ?? null}
          />
        </div>
        <KeyPanel
          context={context}
          send={(event) => marking.send(event)}
          isSecond={who === 1}
          isKept={frame !== null}
          isLabelling={isLabelling.value}
          suggestion={offered}
          nearest={nearest}
          onLabel={label}
          onAccept={accept}
          onReject={reject}
          onTake={() => marksPut(own?.frames.find((one) => one.index === nearest)?.marks ?? [])}
          onTakeBack={(finding) =>
            marksPut(marks.filter((mark) => mark.kind === 'eraser' || mark.finding !== finding))
          }
          onNothing={() => marksPut([])}
          onLeaveOut={() => marksPut(null)}
          onPlace={({ finding, points }, sentence) => {
            const experts = keyMarksSet(key?.experts ?? [], who, signature, index, marks.slice(0, -1));
            const made = { index, finding, points, say: sentence };
            keyPut(editor, clip, key, { experts, places: [...places, made] }, null);
          }}
        />
      </div>
      {images > 1 && (
        <Slider
          label={say('studio.key.image')}
          value={index + 1}
          min={1}
          max={images}
          step={1}
          show={say('studio.key.imageOf', { image: index + 1, images })}
          onChange={(to) => onIndex(to - 1)}
        />
      )}
      {others.length > 0 && (
        <div class="settings-data">
          {others.map((one) => (
            <button key={one} type="button" class="button button-quiet" onClick={() => onIndex(one)}>
              {say('studio.key.toImage', { image: one + 1 })}
            </button>
          ))}
        </div>
      )}
      <KeySignatureForm
        key={who}
        own={own}
        other={key?.experts[1 - who] ?? null}
        who={who}
        usual={usual}
        onBy={(by) => {
          name.value = by;
          if (own === null || by === '' || key === null) return;
          const experts = key.experts.map((expert, at) => (at === who ? { ...expert, by } : expert));
          put(experts, `key-by-${who}`);
        }}
        onWho={(to) => {
          name.value = '';
          onWho(to);
          place.current?.scrollIntoView({ block: 'start' });
        }}
      />
      <details
        onToggle={({ currentTarget }) => {
          isExchanged.value = currentTarget.open;
        }}
      >
        <summary>{say('studio.annotations.heading')}</summary>
        {isExchanged.value && (
          <AnnotationsView
            clip={clip}
            cut={record.cut ?? null}
            own={own}
            onFrames={(frames) => {
              const experts = frames.reduce(
                (known, one) => keyMarksSet(known, who, signature, one.index, one.marks),
                key?.experts ?? [],
              );
              put(experts, null);
              const [first] = frames;
              if (first !== undefined) onIndex(first.index);
            }}
          />
        )}
      </details>
      <PlaceList
        places={places}
        onIndex={onIndex}
        onRemove={(at) => placesPut(places.filter((_, other) => other !== at))}
      />
    </div>
  );
}

/** Outlines the places where learners err on the image that is shown. */
function usePlacesShown({ viewer, record }: StillClip, places: readonly KeyPlace[], index: number): void {
  const scanner = viewer.scanner.value;
  const here = places.filter((place) => place.index === index);
  const text = JSON.stringify(here);
  useEffect(() => {
    if (scanner === null) return;
    const marks = here.map(
      ({ finding, points }, at): Mark => ({
        id: `place-${at}`,
        kind: 'region',
        finding: finding ?? 'pleural_effusion',
        points,
      }),
    );
    const sector = sectorFit(record.sector, MASK_SIZE);
    scanner.hintShow(
      marks.length === 0 ? null : { kind: 'outline', mask: marksRasterise(marks, sector, MASK_SIZE) },
    );
    return () => scanner.hintShow(null);
  }, [scanner, record, text]);
}

/** An expert's marks on an image as the draft has them now. */
function marksText(editor: DraftEditor, who: number, index: number): string {
  const { image } = editor.parts.peek();
  const frames =
    image === null ? null : valueAt([...image, 'key', 'experts', who, 'frames'], editor.values.peek());
  const frame = Array.isArray(frames) ? frames.find((one) => valueAt(['index'], one) === index) : undefined;
  return JSON.stringify(frame ?? null);
}
