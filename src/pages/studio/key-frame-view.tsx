import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Mark } from '../../domain/marks/mark.ts';
import { type KeyExpert, keyIndexNearest, keyIndices } from '../../domain/scenario/expert-key.ts';
import { valueAt } from '../../domain/scenario/schema-keys.ts';
import { keyMarksSet } from '../../domain/studio/key-edit.ts';
import { expertKeyAt } from '../../domain/studio/key-read.ts';
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
import type { DraftEditor } from './draft-editor.ts';
import { KeyPanel } from './key-panel.tsx';
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
  const name = useSignal('');
  const isLabelling = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  // Image and tools fill the window together: who draws does not scroll between them.
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'start' }), []);
  const clip = keyClipOf(record);

  useEffect(() => {
    session.show(index).catch((error: unknown) => noticeError(error, say('studio.key.clipGone')));
  }, [session, index]);

  const put = (experts: readonly KeyExpert[], field: string | null): void =>
    keyPut(editor, clip, key, { experts, places: key?.places ?? [] }, field);
  const signature = {
    by:
      name.value.trim() ||
      own?.by ||
      editor.draft.value.author ||
      say(who === 0 ? 'studio.key.teacher' : 'studio.key.second'),
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

  /** The network's labels of this image, on top of what is drawn. */
  const label = async (): Promise<void> => {
    isLabelling.value = true;
    try {
      network.start();
      const shown = viewer.frozen.peek();
      const said = shown === null ? null : await network.segment(shown.frame);
      const found = said === null ? [] : labelMarks(said.mask);
      if (found.length === 0) noticeShow('info', say('studio.key.networkNothing'));
      else marksPut([...marks, ...found]);
    } catch (error) {
      noticeError(error, say('studio.key.networkFailed'));
    } finally {
      isLabelling.value = false;
    }
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
          isKept={frame !== null}
          isLabelling={isLabelling.value}
          nearest={nearest}
          onLabel={label}
          onTake={() => marksPut(own?.frames.find((one) => one.index === nearest)?.marks ?? [])}
          onReject={(finding) =>
            marksPut(marks.filter((mark) => mark.kind === 'eraser' || mark.finding !== finding))
          }
          onNothing={() => marksPut([])}
          onLeaveOut={() => marksPut(null)}
          onPlace={(mark, sentence) => {
            const place = { index, finding: mark.finding, points: mark.points, say: sentence };
            const experts = keyMarksSet(key?.experts ?? [], who, signature, index, marks.slice(0, -1));
            keyPut(editor, clip, key, { experts, places: [...(key?.places ?? []), place] }, null);
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
      <div class="studio-two">
        <label class="field">
          {say('studio.key.by')}
          <input
            type="text"
            maxLength={80}
            placeholder={signature.by}
            value={name.value === '' ? (own?.by ?? '') : name.value}
            onInput={(event) => {
              name.value = event.currentTarget.value;
              const by = name.value.trim();
              if (own === null || by === '' || key === null) return;
              const experts = key.experts.map((expert, at) => (at === who ? { ...expert, by } : expert));
              put(experts, `key-by-${who}`);
            }}
          />
          <span class="soft small">{say('studio.key.byHelp')}</span>
        </label>
        <div class="stack">
          {who === 0 && own !== null && (
            <button type="button" class="button" onClick={() => change(1)}>
              {say(key?.experts[1] === undefined ? 'studio.key.toSecond' : 'studio.key.seeSecond')}
            </button>
          )}
          {who === 1 && (
            <>
              <p role="status">{say('studio.key.isSecond')}</p>
              <button type="button" class="button" onClick={() => change(0)}>
                {say('studio.key.toFirst')}
              </button>
            </>
          )}
        </div>
      </div>
      {(key?.places ?? []).length > 0 && (
        <section class="stack">
          <h3>{say('studio.places.heading')}</h3>
          <ul class="stack">
            {(key?.places ?? []).map((place, at) => (
              <li key={`${at} ${place.say}`} class="settings-data">
                <span>{say('studio.places.one', { image: place.index + 1, text: place.say })}</span>
                <button
                  type="button"
                  class="button button-quiet"
                  onClick={() =>
                    key !== null &&
                    keyPut(
                      editor,
                      clip,
                      key,
                      { experts: key.experts, places: key.places.filter((_, other) => other !== at) },
                      null,
                    )
                  }
                >
                  {say('studio.places.remove')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );

  function change(to: number): void {
    name.value = '';
    onWho(to);
  }
}

/** An expert's marks on an image as the draft has them now. */
function marksText(editor: DraftEditor, who: number, index: number): string {
  const { image } = editor.parts.peek();
  const frames =
    image === null ? null : valueAt([...image, 'key', 'experts', who, 'frames'], editor.values.peek());
  const frame = Array.isArray(frames) ? frames.find((one) => valueAt(['index'], one) === index) : undefined;
  return JSON.stringify(frame ?? null);
}
