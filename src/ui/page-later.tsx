import type { FunctionComponent } from 'preact';
import { Page } from './page.tsx';
import { type PartLater, partLater } from './part-later.tsx';
import type { WordsBundle } from './words/words-load.ts';

/** A page that is fetched with its words when it is first gone to; see `partLater`. */
export function pageLater<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => FunctionComponent<Props>,
  words: readonly WordsBundle[],
): PartLater<Props> {
  return partLater(load, pick, words, ({ children }) => <Page title="Batsign">{children}</Page>);
}
