import { type ReadonlySignal, signal } from '@preact/signals';
import type { OfflineStart } from '../../ports/offline.ts';
import type { NetworkState } from '../network/network.ts';

/**
 * `unknown`: nothing was tried yet; `loading`: the game is being kept on this device; `kept`: it starts without a
 * network; `impossible`: the browser does not let it.
 */
export type OfflineState = 'unknown' | 'loading' | 'kept' | 'impossible';

/** How the game is kept on this device for when there is no network. */
export interface OfflineGame {
  readonly state: ReadonlySignal<OfflineState>;
  readonly hasNewer: ReadonlySignal<boolean>;
  /** Loads the newer version; false where other pages of the game are open, under which it would be swapped too. */
  swap(): Promise<boolean>;
  /** The kept files were erased: nothing is kept again before the page is loaded anew. */
  stop(): void;
}

/** Wait for what is to be seen first; a slow network has enough to do with that, ms. */
const AFTER_MS = 8000;

/** @param isKept false where another place gives out this page, which is not to stay when that one's is new */
export function offlineGameCreate(
  network: ReadonlySignal<NetworkState>,
  offlineStart: OfflineStart,
  isKept = true,
): OfflineGame {
  const state = signal<OfflineState>('unknown');
  const hasNewer = signal(false);
  let swap = async (): Promise<boolean> => false;
  let isStopped = false;

  const start = async (): Promise<void> => {
    if (isStopped) return;
    state.value = 'loading';
    try {
      const offline = await offlineStart({
        folder: new URL('.', document.baseURI).href,
        onKept() {
          state.value = 'kept';
        },
        onNewer() {
          hasNewer.value = true;
        },
      });
      if (offline === null) state.value = 'impossible';
      else swap = offline.swap;
    } catch (error) {
      state.value = 'impossible';
      console.warn(error);
    }
  };

  if (import.meta.env.PROD && isKept) {
    const begin = (): void => {
      setTimeout(() => {
        const stop = network.subscribe(({ kind }) => {
          // Weights that are on their way are waited for by a person.
          if (kind === 'loading') return;
          queueMicrotask(() => stop());
          void start();
        });
      }, AFTER_MS);
    };
    if (document.readyState === 'complete') begin();
    else addEventListener('load', begin, { once: true });
  }

  return {
    state,
    hasNewer,
    swap: () => swap(),
    stop() {
      isStopped = true;
    },
  };
}
