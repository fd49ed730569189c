/** The keys of this game in localStorage and sessionStorage begin so. */
const KEY_PREFIX = 'batsign.';

/**
 * Erases what the browser keeps for the game beside its database and its files: texts in localStorage and
 * sessionStorage, a service worker and what that cached. What other pages of the same origin keep is left alone.
 *
 * @param folder address of the folder that the game is served from
 */
export async function siteDataErase(folder: string): Promise<void> {
  textsErase(() => localStorage);
  textsErase(() => sessionStorage);
  // Gone before its caches, which it would go on relying on.
  const worker = await navigator.serviceWorker?.getRegistration(folder);
  if (worker?.scope === folder) await worker.unregister();
  await cachesErase(folder);
}

function textsErase(storage: () => Storage): void {
  try {
    const kept = storage();
    for (const key of Object.keys(kept)) if (key.startsWith(KEY_PREFIX)) kept.removeItem(key);
  } catch {
    // Where the browser denies it nothing can have been kept.
  }
}

/** Caches carry the address of their worker's folder in their names. Only secure pages have any. */
async function cachesErase(folder: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) if (name.endsWith(folder)) await caches.delete(name);
}
