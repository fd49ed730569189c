import { Workbox } from 'workbox-window';
import type { Offline, OfflineOptions } from '../../ports/offline.ts';

/** Held by every page of the game, so that they can be counted. */
const PAGE_LOCK = 'batsign-page';

/** How often a page that stays open asks whether there is a newer version, ms. */
const CHECK_EVERY_MS = 60 * 60 * 1000;

/**
 * Begins to keep the game, a download of all of it in the background. Null where the browser gives no service workers:
 * over plain http, in some private windows.
 */
export async function offlineStart({ folder, onKept, onNewer }: OfflineOptions): Promise<Offline | null> {
  if (!('serviceWorker' in navigator) || !('locks' in navigator)) return null;
  navigator.locks.request(PAGE_LOCK, { mode: 'shared' }, () => new Promise(() => {})).catch(() => undefined);
  const worker = new Workbox(`${folder}service-worker.js`, { scope: folder });
  worker.addEventListener('activated', onKept);
  worker.addEventListener('waiting', onNewer);
  worker.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) location.reload();
  });
  const registration = await worker.register();
  if (registration?.active != null) onKept();
  // Without a network there is nothing to hear of.
  setInterval(() => worker.update().catch(() => undefined), CHECK_EVERY_MS);
  return {
    async swap() {
      const { held = [] } = await navigator.locks.query();
      if (held.filter(({ name }) => name === PAGE_LOCK).length > 1) return false;
      worker.messageSkipWaiting();
      return true;
    },
  };
}
