import { siteDataErase } from '../adapters/site-data/site-data.ts';
import type { DraftStore } from '../ports/drafts.ts';
import type { NetworkStore } from '../ports/networks.ts';
import type { PackageStore } from '../ports/packages.ts';
import type { Records } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';

export interface EraseInput {
  readonly store: Promise<Store>;
  readonly records: () => Promise<Records>;
  readonly packages: Pick<PackageStore, 'eraseAll'>;
  readonly drafts: Pick<DraftStore, 'eraseAll'>;
  readonly networks: () => Promise<Pick<NetworkStore, 'eraseAll'>>;
  /** Erases what is kept of learners who are not here. */
  readonly othersErase: () => Promise<void>;
  /** Forgets what is known of it in this page. */
  readonly forget: () => void;
}

/**
 * Erases whatever the game keeps, in the browser and in this page. Every part is tried, whatever becomes of the others;
 * rejects with what the first of them that failed has to say.
 */
export async function everythingErase({
  store,
  records,
  packages,
  drafts,
  networks,
  othersErase,
  forget,
}: EraseInput): Promise<void> {
  forget();
  const parts = await Promise.allSettled([
    store.then((opened) => opened.eraseAll()),
    othersErase(),
    records().then((opened) => opened.eraseAll()),
    packages.eraseAll(),
    drafts.eraseAll(),
    networks().then((opened) => opened.eraseAll()),
    siteDataErase(new URL('.', document.baseURI).href),
  ]);
  for (const part of parts) if (part.status === 'rejected') throw part.reason;
}
