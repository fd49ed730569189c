import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { Legend } from '../reveal/legend.tsx';
import type { AnsweredImage } from './answered-image.ts';
import { AnsweredPicture } from './answered-picture.tsx';

/** An image of an answer that was made again, or why there is none. */
export type PicturesMade =
  | { readonly image: AnsweredImage; readonly findings: readonly MarkableFinding[] }
  | { readonly missing: string };

/** What the page says of the pictures. */
export interface PicturesWords {
  /** On the button that asks for them. */
  readonly ask: string;
  readonly making: string;
  readonly failed: (reason: string) => string;
  readonly marks: string;
  readonly key: string;
  /** What each of the two shows, for who does not see it; `names` are the findings in it, at least one. */
  readonly marksOf: (names: readonly string[]) => string;
  readonly keyOf: (names: readonly string[]) => string;
  readonly nothing: string;
}

/** The image of an answer made again when it is asked for: beside one another with what was marked, and with its key. */
export function PicturesAgain({
  words,
  make,
  legendOf = ({ findings }) => findings,
}: {
  readonly words: PicturesWords;
  /** @throws whatever making the image throws; it is told, unless the page is gone by then. */
  readonly make: (gone: AbortSignal) => Promise<PicturesMade>;
  readonly legendOf?: (made: Extract<PicturesMade, { image: unknown }>) => readonly MarkableFinding[];
}) {
  const made = useSignal<Extract<PicturesMade, { image: unknown }> | null>(null);
  const problem = useSignal<string | null>(null);
  const isMaking = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const gone = useRef(new AbortController());
  useEffect(() => () => gone.current.abort(), []);
  // The button that asked for them is gone, and the focus with it.
  useEffect(() => place.current?.focus({ preventScroll: true }), [made.value]);
  const ask = async (): Promise<void> => {
    if (isMaking.value) return;
    isMaking.value = true;
    problem.value = null;
    announce(words.making);
    try {
      const next = await make(gone.current.signal);
      if ('missing' in next) problem.value = next.missing;
      else made.value = next;
    } catch (error) {
      if (gone.current.signal.aborted) return;
      problem.value = words.failed(errorSentence(error, say('messages.imageNotOpened')));
    } finally {
      isMaking.value = false;
    }
  };
  if (made.value === null) {
    return (
      <>
        {problem.value !== null && (
          <p class="inline-alert" role="alert">
            {problem.value}
          </p>
        )}
        <p>
          <button type="button" class="button" aria-disabled={isMaking.value} onClick={() => void ask()}>
            <Icon name="eye" />
            {isMaking.value ? words.making : words.ask}
          </button>
        </p>
      </>
    );
  }
  const {
    image: { frame, key, marks },
    findings,
  } = made.value;
  const told = (of: (names: readonly string[]) => string) => (names: readonly string[]) =>
    names.length === 0 ? words.nothing : of(names);
  return (
    <>
      <div class="answered-pictures" ref={place} tabIndex={-1}>
        {marks !== null && (
          <AnsweredPicture
            frame={frame}
            mask={marks}
            findings={findings}
            caption={words.marks}
            told={told(words.marksOf)}
          />
        )}
        <AnsweredPicture
          frame={frame}
          mask={key}
          findings={findings}
          caption={words.key}
          told={told(words.keyOf)}
        />
      </div>
      <Legend findings={legendOf(made.value)} />
    </>
  );
}
