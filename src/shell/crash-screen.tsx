import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { copyMake } from '../parts/copy/copy-make.ts';
import type { Store } from '../ports/store.ts';
import { fileOffer } from '../ui/file-offer.ts';
import { routeHref } from '../ui/route.ts';

/** In place of everything when the game itself broke down: what can still be had, and the ways back. */
export function CrashScreen({ store }: { readonly store: () => Promise<Store> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const copied = useSignal<string | null>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      const { content, name } = await copyMake(await store());
      fileOffer(content, name);
      copied.value = 'Your copy was handed to the browser.';
    } catch (error) {
      console.error(error);
      copied.value = 'Your data could not be read. Nothing was changed.';
    }
  };
  return (
    <main id="main" class="page page-narrow stack">
      <h1 ref={heading} tabIndex={-1}>
        Batsign has stopped
      </h1>
      <p role="alert">
        Something failed that nobody expected, and the game cannot go on by itself. What was saved is still in
        this browser: a lesson goes on where it stood.
      </p>
      <div class="settings-data">
        <button type="button" class="button button-primary" onClick={() => location.reload()}>
          Reload
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          Save a copy
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
          Reload from the first page
        </button>
      </div>
      <p role="status">{copied.value}</p>
    </main>
  );
}
