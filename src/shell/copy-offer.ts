import { copyMake } from '../parts/copy/copy-make.ts';
import type { Store } from '../ports/store.ts';
import { fileOffer } from '../ui/file-offer.ts';
import { say } from '../ui/words/say.ts';

/** Hands a copy of everything but clips to the browser; gives a sentence of how that went. */
export async function copyOffer(store: () => Promise<Store>): Promise<string> {
  try {
    const { content, name } = await copyMake(await store());
    fileOffer(content, name);
    return say('shell.crash.copied');
  } catch (error) {
    console.error(error);
    return say('shell.crash.unread');
  }
}
