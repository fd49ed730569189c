import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { partLoad } from './part-load.ts';
import { errorSentence } from './sentences/error-sentence.ts';
import { say } from './words/say.ts';
import { type WordsBundle, wordsLoad } from './words/words-load.ts';

/** A part of the screen that is fetched when it is first shown, or before. */
export type PartLater<Props> = FunctionComponent<Props> & {
  /** Fetches it while there is nothing else to do; that it does not arrive is said once it is shown. */
  readonly fetch: () => Promise<void>;
  readonly isThere: ReadonlySignal<boolean>;
};

/**
 * A part of the screen that is fetched with its words when it is first shown, so that the first image does not wait for
 * it. It is shown once both are there. Where they do not arrive, it says so and can be asked for again.
 *
 * @param load a dynamic import of its module
 * @param pick the component in it
 * @param words what it and its parts say, besides the words of the start: a test holds them to it
 * @param Frame what stands around the sentence that it did not arrive
 */
export function partLater<Module, Props extends object>(
  load: () => Promise<Module>,
  pick: (module: Module) => FunctionComponent<Props>,
  words: readonly WordsBundle[],
  Frame: FunctionComponent<{ readonly children: ComponentChildren }> = ({ children }) => (
    <div>{children}</div>
  ),
): PartLater<Props> {
  const part = signal<FunctionComponent<Props> | null>(null);
  const problem = signal<string | null>(null);
  const begin = async (): Promise<void> => {
    if (part.peek() !== null) return;
    problem.value = null;
    try {
      const [module] = await Promise.all([partLoad(load), partLoad(() => wordsLoad(words))]);
      part.value = pick(module);
    } catch (error) {
      problem.value = errorSentence(error, say('messages.partMissing'));
    }
  };
  const PartShown = (props: Props) => {
    useEffect(() => void begin(), []);
    const Shown = part.value;
    if (Shown !== null) return <Shown {...props} />;
    if (problem.value === null) return null;
    return (
      <Frame>
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
        <button type="button" class="button button-primary" onClick={() => void begin()}>
          {say('shell.tryAgain')}
        </button>
      </Frame>
    );
  };
  return Object.assign(PartShown, { fetch: begin, isThere: computed(() => part.value !== null) });
}
