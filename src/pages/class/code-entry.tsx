import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CodeReader } from '../../adapters/code-reader/code-reader.ts';
import { isResultCode } from '../../domain/class-results/result-code.ts';
import { partLoad } from '../../ui/part-load.ts';
import { say } from '../../ui/words/say.ts';

/** Takes results by QR code: their text, or by the camera where the browser reads codes. */
export function CodeEntry({
  onCode,
}: {
  /** Gives a sentence that says what came of it. */
  readonly onCode: (text: string) => string;
}) {
  const text = useSignal('');
  const told = useSignal<string | null>(null);
  return (
    <section class="card stack">
      <h2>{say('classroom.codes.heading')}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          told.value = onCode(text.value);
          text.value = '';
        }}
      >
        <label class="field">
          {say('classroom.codes.paste')}
          <textarea
            rows={2}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
        </label>
        <div class="settings-data">
          <button type="submit" class="button">
            {say('classroom.codes.add')}
          </button>
        </div>
      </form>
      <CodeCamera
        onText={(seen) => {
          // Whatever else the camera sees is no matter.
          if (isResultCode(seen)) told.value = onCode(seen);
        }}
      />
      <p role="status" data-testid="code-told">
        {told.value}
      </p>
    </section>
  );
}

function CodeCamera({ onText }: { readonly onText: (text: string) => void }) {
  const reader = useSignal<CodeReader | 'none' | null>(null);
  const isWatching = useSignal(false);
  const problem = useSignal<string | null>(null);
  const video = useRef<HTMLVideoElement>(null);
  const seen = useRef<string | null>(null);
  useEffect(() => {
    partLoad(() => import('../../adapters/code-reader/code-reader.ts'))
      .then(({ codeReader }) => codeReader())
      .then(
        (found) => {
          reader.value = found ?? 'none';
        },
        () => {
          reader.value = 'none';
        },
      );
  }, []);
  const has = reader.value;
  useEffect(() => {
    if (!isWatching.value || video.current === null || has === null || has === 'none') return;
    let stop: (() => void) | null = null;
    let isOver = false;
    has
      .watch(video.current, (text) => {
        // A code stays before the camera for a while.
        if (seen.current === text) return;
        seen.current = text;
        onText(text);
      })
      .then(
        (given) => {
          stop = given;
          if (isOver) given();
        },
        (error: unknown) => {
          console.warn(error);
          isWatching.value = false;
          problem.value = say('classroom.codes.failed');
        },
      );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [isWatching.value, has]);
  if (has === null) return null;
  if (has === 'none') return <p class="small soft">{say('classroom.codes.without')}</p>;
  return (
    <>
      <div class="settings-data">
        <button
          type="button"
          class="button"
          onClick={() => {
            problem.value = null;
            seen.current = null;
            isWatching.value = !isWatching.value;
          }}
        >
          {say(isWatching.value ? 'classroom.codes.stop' : 'classroom.codes.camera')}
        </button>
      </div>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {isWatching.value && (
        <>
          <p class="small soft">{say('classroom.codes.watching')}</p>
          <video class="code-video" ref={video} muted playsInline />
        </>
      )}
    </>
  );
}
