import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import { carryStretchesDue } from '../../domain/motion/carry-stretch.ts';
import {
  carriedMarks,
  type ExpertKey,
  type KeyExpert,
  type KeyPlace,
  keyIndexNearest,
  keyIndicesGiven,
} from '../../domain/scenario/expert-key.ts';
import {
  keyCarriedAccept,
  keyCarriedDrop,
  keyCarriedSet,
  keyMarksSet,
} from '../../domain/studio/key-edit.ts';
import { keyCheckNext } from '../../domain/studio/key-images.ts';
import { expertKeyAt } from '../../domain/studio/key-read.ts';
import { type KeySuggestion, suggestionWithout } from '../../domain/studio/key-suggestion.ts';
import { labelMarks } from '../../domain/studio/label-marks.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';
import { ImageSlider, StillScreen } from '../../parts/labelling/still-screen.tsx';
import { useLabelling } from '../../parts/labelling/use-labelling.ts';
import { useServices } from '../../parts/services.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';
import { AnnotationsExchange } from './annotations-exchange.tsx';
import { CARRY_ACTIONS, type CarryCommand } from './carry-actions.ts';
import type { DraftEditor } from './draft-editor.ts';
import { CarriedNote, KeyCarry } from './key-carry.tsx';
import { keyMarksText } from './key-marks-text.ts';
import { KeyPanel } from './key-panel.tsx';
import { PlaceList } from './key-places.tsx';
import { KeySignatureForm } from './key-signature.tsx';
import { keyClipOf, keyPut } from './key-write.ts';
import { useCarry } from './use-carry.ts';
import { usePlacesShown } from './use-places-shown.ts';

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
  const moved = own?.carried?.find((one) => one.index === index) ?? null;
  const marks =
    frame?.marks ?? (own === null || moved === null ? [] : carriedMarks(own, moved, record.sector));
  const places = key?.places ?? [];
  /** A name that is written before anything is drawn. */
  const name = useSignal('');
  const isLabelling = useSignal(false);
  const suggested = useSignal<KeySuggestion | null>(null);
  const place = useRef<HTMLDivElement>(null);
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
  const keyNow = (): ExpertKey | null => expertKeyAt(editor.values.peek(), editor.parts.peek());
  const marksPut = (next: readonly Mark[] | null): string => {
    put(keyMarksSet(keyNow()?.experts ?? [], who, signature, index, next), null);
    return keyMarksText(editor, who, index);
  };
  const expertNow = (): KeyExpert | null => keyNow()?.experts[who] ?? null;
  const carry = useCarry(session, own, (made, of) => {
    // Whoever undid something meanwhile has another key by now.
    if (JSON.stringify(expertNow()?.frames) !== JSON.stringify(of.frames)) return;
    put(keyCarriedSet(keyNow()?.experts ?? [], who, made), null);
  });
  const checkNext = async (): Promise<void> => {
    const expert = expertNow();
    if (expert === null) return;
    // What was put right since decides about the images around it.
    const isAnew = carryStretchesDue(expert, images).length > 0 && (expert.carried ?? []).length > 0;
    if (isAnew && !(await carry.run(expert))) return;
    const next = keyCheckNext(expertNow(), images, index);
    if (next === null) announce(say('studio.carry.allRight'));
    else onIndex(next);
  };
  const accept = (): void => {
    if (moved === null || !moved.isToCheck) return;
    marksPut(marks);
    void checkNext();
  };
  const command = (told: CarryCommand): void => {
    if (told.type === 'step') onIndex(Math.max(0, Math.min(index + told.by, images - 1)));
    else if (told.type === 'check') void checkNext();
    else accept();
  };
  const labelling = useLabelling(session, {
    place: `${who}/${index}`,
    marks,
    text: keyMarksText(editor, who, index),
    onMarks: marksPut,
    onKey: (event, where, areKeysOn) => {
      const told = actionFind(CARRY_ACTIONS, event, { place: where, areKeysOn, mode: 'mark' }, null);
      if (told !== null) command(told);
      return told !== null;
    },
  });

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
  const suggestionTake = (finding: MarkableFinding | null): void => {
    if (offered === null) return;
    marksPut([...marks, ...offered.marks.filter((mark) => finding === null || mark.finding === finding)]);
    reject(finding);
  };
  const reject = (finding: MarkableFinding | null): void => {
    suggested.value = finding === null || offered === null ? null : suggestionWithout(offered, finding);
    if (suggested.value === null) place.current?.querySelector<HTMLElement>('#screen')?.focus();
  };
  const nearest =
    own === null || frame !== null || moved !== null
      ? null
      : keyIndexNearest({ experts: [{ ...own, carried: [] }] }, index);

  return (
    <div class="stack">
      <StillScreen
        clip={session}
        label={say('studio.key.screen', { image: index + 1, images })}
        place={place}
      >
        <KeyPanel
          labelling={labelling}
          isSecond={who === 1}
          isKept={frame !== null}
          isLabelling={isLabelling.value}
          suggestion={offered}
          nearest={nearest}
          carried={
            moved === null || own === null ? null : (
              <CarriedNote
                frame={moved}
                marks={marks}
                onAccept={accept}
                onCheck={() => void checkNext()}
                onLeaveOut={() => put(keyCarriedDrop(key?.experts ?? [], who, [index]), null)}
              />
            )
          }
          onLabel={label}
          onAccept={suggestionTake}
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
      </StillScreen>
      <ImageSlider
        clip={session}
        index={index}
        label={say('studio.key.image')}
        show={say('studio.key.imageOf', { image: index + 1, images })}
        onIndex={onIndex}
      />
      {images > 1 && own !== null && own.frames.length > 0 && (
        <KeyCarry
          own={own}
          images={images}
          index={index}
          carry={carry}
          onIndex={onIndex}
          onCheck={() => void checkNext()}
          onAcceptAll={() => put(keyCarriedAccept(key?.experts ?? [], who), null)}
          onTakeBack={() => put(keyCarriedDrop(key?.experts ?? [], who, null), null)}
        />
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
      <AnnotationsExchange
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
      <PlaceList
        places={places}
        given={key === null ? [] : keyIndicesGiven(key)}
        onIndex={onIndex}
        onRemove={(at) => placesPut(places.filter((_, other) => other !== at))}
      />
    </div>
  );
}
