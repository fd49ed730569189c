import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { draftPlayId } from '../../domain/studio/draft-play.ts';
import { noticeError } from '../../ui/notices.ts';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { stepName } from './step-name.ts';

/** Whoever writes pauses so long before the game beside begins anew. */
const PAUSE_MS = 900;

/**
 * The draft played as it is now, from a step, in a frame of its own: its keys, its style and its session are the game's and
 * not the form's. It begins anew after each change.
 */
export function PreviewPane({ editor }: { readonly editor: DraftEditor }) {
  const { id } = editor.draft.value;
  const { scenario } = editor.check.value;
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef<Scenario | null>(null);
  const from = useSignal(0);
  const run = useRef(Date.now());
  const begin = (sound: Scenario): void => {
    shown.current = sound;
    run.current += 1;
    editor
      .kept()
      .then(() => {
        const address = routeHref({ page: 'preview', play: draftPlayId(id, from.peek(), run.current) });
        // Another address in the same frame: what the game has loaded stays.
        if (frame.current?.src) frame.current.contentWindow?.location.replace(address);
        else if (frame.current !== null)
          frame.current.src = `${location.pathname}${location.search}${address}`;
      })
      .catch((error: unknown) => noticeError(error, say('studio.list.notKept')));
  };
  useEffect(() => {
    if (scenario === null || scenario === shown.current) return;
    const waiting = setTimeout(() => begin(scenario), shown.current === null ? 0 : PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [scenario]);
  const steps = scenario?.steps ?? [];
  return (
    <section class="studio-preview" aria-label={say('studio.preview.heading')}>
      <div class="studio-preview-bar">
        <div class="field">
          <select
            aria-label={say('studio.preview.from')}
            value={Math.min(from.value, Math.max(0, steps.length - 1))}
            disabled={scenario === null}
            onChange={(event) => {
              from.value = Number(event.currentTarget.value);
              if (scenario !== null) begin(scenario);
            }}
          >
            {steps.map(({ id: step }, at) => (
              <option key={step} value={at}>
                {scenario !== null && stepName(scenario, at)}
              </option>
            ))}
          </select>
        </div>
        <button
          type="button"
          class="button"
          disabled={scenario === null}
          onClick={() => scenario !== null && begin(scenario)}
        >
          {say('studio.preview.anew')}
        </button>
      </div>
      <p class="soft small" role="status">
        {say(scenario === null ? 'studio.preview.broken' : 'studio.preview.help')}
      </p>
      <iframe ref={frame} title={say('studio.preview.frame')} />
    </section>
  );
}
