import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Store } from '../ports/store.ts';
import { routeHref } from '../ui/route.ts';
import { say } from '../ui/words/say.ts';
import { copyOffer } from './copy-offer.ts';

/** In place of everything when the game itself broke down: what can still be had, and the ways back. */
export function CrashScreen({ store }: { readonly store: () => Promise<Store> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const copied = useSignal<string | null>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    copied.value = await copyOffer(store);
  };
  return (
    <main id="main" class="page page-narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        {say('shell.crash.heading')}
      </h1>
      <p role="alert">{say('shell.crash.text')}</p>
      <div class="settings-data">
        <button type="button" class="button button-primary" onClick={() => location.reload()}>
          {say('shell.crash.reload')}
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          {say('shell.crash.copy')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            // Where a page of the game fails each time, the way on leads around it.
            history.replaceState(null, '', routeHref({ page: 'home' }));
            location.reload();
          }}
        >
          {say('shell.crash.home')}
        </button>
      </div>
      <p role="status">{copied.value}</p>
    </main>
  );
}
