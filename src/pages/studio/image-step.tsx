import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { PATIENT_CONDITIONS } from '../../domain/scan/patient-request.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { PHANTOM_LOOKS, PHANTOM_PATTERNS } from '../../domain/scan/phantom-request.ts';
import { valueAt } from '../../domain/scenario/schema-keys.ts';
import { clipIdAt } from '../../domain/studio/draft-parts.ts';
import { clipTitle } from '../../parts/opening/clip-text.ts';
import { ClipThumb } from '../../parts/opening/clip-thumb.tsx';
import { useServices } from '../../parts/services.ts';
import type { ClipRecord } from '../../ports/records.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { noticeError } from '../../ui/notices.ts';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';

/** Side of a drawn patient's small picture, px. */
const SIDE_PX = 160;
/** So many patients are shown at a time. */
const SHOWN = 6;

/** Choosing the image: a kept clip, or a patient that the phantom draws. */
export function ImageStep({ editor }: { readonly editor: DraftEditor }) {
  const { records } = useServices();
  const clips = useSignal<readonly ClipRecord[]>([]);
  useEffect(() => {
    records()
      .then((opened) => opened.clipsList())
      .then((kept) => {
        clips.value = kept.clips;
      })
      .catch((error: unknown) => noticeError(error, say('studio.image.clipsUnread')));
  }, [records]);
  const values = editor.values.value;
  const parts = editor.parts.value;
  const { image } = parts;
  if (image === null) return <p>{say('studio.image.none')}</p>;
  const chosen = clipIdAt(values, parts);
  const key = valueAt([...image, 'key'], values);
  const sourceSet = (source: object): void =>
    editor.edit(
      [
        { path: [...image, 'source'], value: source },
        // A key belongs to one clip.
        { path: [...image, 'key'], value: undefined },
        { path: [...image, 'draw'], value: undefined },
      ],
      null,
    );
  return (
    <div class="stack">
      <p class="soft">{say('studio.image.help')}</p>
      {clips.value.length > 0 && (
        <ul class="studio-clips">
          {clips.value.map((clip) => (
            <li key={clip.id}>
              <button
                type="button"
                class="studio-clip"
                aria-pressed={clip.id === chosen}
                onClick={() => clip.id !== chosen && sourceSet({ clip: { id: clip.id } })}
              >
                <ClipThumb clip={clip} />
                {clipTitle(clip)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={routeHref({ page: 'clips', clip: null })}>{say('studio.new.toLibrary')}</a>
      </p>
      {key !== undefined && <p class="key-note">{say('studio.image.keyGoes')}</p>}
      {valueAt([...image, 'source', 'patient'], values) !== undefined ? (
        <PatientChoice editor={editor} sourceSet={sourceSet} />
      ) : (
        <>
          <h3>{say('studio.image.phantom')}</h3>
          <PhantomChoice editor={editor} sourceSet={sourceSet} />
        </>
      )}
    </div>
  );
}

/** Who is scanned by hand. A phantom's image cannot take their place: nobody moves a probe over it. */
function PatientChoice({
  editor,
  sourceSet,
}: {
  readonly editor: DraftEditor;
  readonly sourceSet: (source: object) => void;
}) {
  const { image } = editor.parts.value;
  const before = image === null ? undefined : valueAt([...image, 'source', 'patient'], editor.values.value);
  const condition = valueAt(['condition'], before);
  const patientSet = (change: object): void =>
    sourceSet({ patient: { ...(typeof before === 'object' ? before : {}), ...change } });
  return (
    <>
      <h3>{say('studio.image.scanned')}</h3>
      <div class="studio-from">
        <label class="field">
          {say('studio.image.condition')}
          <select
            value={typeof condition === 'string' ? condition : ''}
            onChange={({ currentTarget }) => patientSet({ condition: currentTarget.value })}
          >
            {PATIENT_CONDITIONS.map((one) => (
              <option key={one} value={one}>
                {say(`probe.conditions.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button"
          onClick={() => patientSet({ seed: crypto.getRandomValues(new Uint32Array(1))[0]! })}
        >
          {say('studio.image.another')}
        </button>
      </div>
    </>
  );
}

function PhantomChoice({
  editor,
  sourceSet,
}: {
  readonly editor: DraftEditor;
  readonly sourceSet: (source: object) => void;
}) {
  const { image } = editor.parts.value;
  const values = editor.values.value;
  const at = (key: string): unknown =>
    image === null ? undefined : valueAt([...image, 'source', 'phantom', key], values);
  const pattern = PHANTOM_PATTERNS.find((one) => one === at('pattern')) ?? 'b_lines';
  const look = PHANTOM_LOOKS.find((one) => one === at('look')) ?? 'clean';
  const seed = at('seed');
  const seeds = useSignal<readonly number[]>([]);
  const phantomSet = (change: { pattern?: string; look?: string; seed?: number }): void =>
    sourceSet({ phantom: { seed: typeof seed === 'number' ? seed : 1, pattern, look, ...change } });
  return (
    <div class="stack">
      <div class="studio-two">
        <label class="field">
          {say('studio.image.pattern')}
          <select value={pattern} onChange={(event) => phantomSet({ pattern: event.currentTarget.value })}>
            {PHANTOM_PATTERNS.map((one) => (
              <option key={one} value={one}>
                {say(`studio.pattern.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {say('studio.image.look')}
          <select value={look} onChange={(event) => phantomSet({ look: event.currentTarget.value })}>
            {PHANTOM_LOOKS.map((one) => (
              <option key={one} value={one}>
                {say(`studio.look.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button
        type="button"
        class="button"
        onClick={() => {
          seeds.value = [...crypto.getRandomValues(new Uint32Array(SHOWN))];
        }}
      >
        {say('studio.image.draw')}
      </button>
      {seeds.value.length > 0 && (
        <ul class="studio-clips">
          {seeds.value.map((one, place) => (
            <li key={`${one} ${pattern} ${look}`}>
              <button
                type="button"
                class="studio-clip"
                aria-pressed={one === seed}
                onClick={() => phantomSet({ seed: one })}
              >
                <PhantomThumb request={{ seed: one, split: 'game', pattern, look }} />
                {say('studio.image.patient', { number: place + 1 })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function PhantomThumb({ request }: { readonly request: PhantomRequest }) {
  const { phantomSource } = useServices();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = async (): Promise<void> => {
      const source = await phantomSource(request, SIDE_PX);
      try {
        const { frame } = await source.freeze(0);
        if (canvas.current !== null) framePaint(canvas.current, frame);
      } finally {
        source.close();
      }
    };
    draw().catch((error: unknown) => console.warn(error));
  }, [phantomSource]);
  return (
    <span class="clip-thumb" aria-hidden="true">
      <canvas ref={canvas} width={SIDE_PX} height={SIDE_PX} />
    </span>
  );
}
