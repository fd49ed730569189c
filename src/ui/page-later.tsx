import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { Page } from './page.tsx';
import { partLoad } from './part-load.ts';
import { errorSentence } from './sentences/error-sentence.ts';
import { say } from './words/say.ts';
import { type WordsBundle, wordsLoad } from './words/words-load.ts';

/** A page that is fetched when it is first gone to, or before. */
export type PageLater<Props> = FunctionComponent<Props> & {
  /** Fetches the page while there is nothing else to do; that it does not arrive is said once it is gone to. */
  readonly fetch: () => Promise<void>;
};

/**
 * A page that is fetched with its words when it is first gone to, so that the first image does not wait for it. It is
 * shown once both are there. Where they do not arrive, it says so and can be asked for again.
 *
 * @param load a dynamic import of the page's module
 * @param pick the page in it
 * @param words what it and its parts say, besides the words of the start: a test holds them to it
 */
export function pageLater<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => FunctionComponent<Props>,
  words: readonly WordsBundle[],
): PageLater<Props> {
  const page = signal<FunctionComponent<Props> | null>(null);
  const problem = signal<string | null>(null);
  const begin = async (): Promise<void> => {
    problem.value = null;
    try {
      const [module] = await Promise.all([partLoad(load), partLoad(() => wordsLoad(words))]);
      page.value = pick(module);
    } catch (error) {
      problem.value = errorSentence(error, say('messages.partMissing'));
    }
  };
  const PageShown = (props: Props) => {
    useEffect(() => {
      if (page.peek() === null) void begin();
    }, []);
    const Shown = page.value;
    if (Shown !== null) return <Shown {...props} />;
    if (problem.value === null) return null;
    return (
      <Page title="Batsign">
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
        <button type="button" class="button button-primary" onClick={() => void begin()}>
          {say('shell.tryAgain')}
        </button>
      </Page>
    );
  };
  return Object.assign(PageShown, { fetch: begin });
}
