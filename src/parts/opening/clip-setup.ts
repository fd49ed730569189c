import { type ReadonlySignal, signal } from '@preact/signals';
import { createActor } from 'xstate';
import type { Clip } from '../../adapters/clip/clip.ts';
import type { ClipChoice, ClipOffer } from '../../adapters/clip/clip-choice.ts';
import type { Opening, OpeningProgress } from '../../adapters/clip/clip-opening.ts';
import { type ClipUsed, type FilePrint, filePrintEquals } from '../../domain/frame/clip-used.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import { noticeError } from '../../ui/notices.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type OutlineActor, outlineMachine } from '../outline/machine/outline.ts';
import { clipFilesOpen } from './clip-files.ts';
import { clipNameText } from './clip-text.ts';

/** The file that is wanted: one that work waits for, or one that was opened before a reload. */
export interface ClipWanted {
  /** The clip opened the last time: the same file is used at once, in the same outline. */
  readonly clip: ClipUsed | null;
  /** Whether work waits for that file, which is lost with another one. */
  readonly isWorkedOn: boolean;
}

/** A file that runs, and what it is known again by. */
export interface ClipAnswer {
  readonly source: FrameSource;
  readonly clip: ClipUsed;
}

/** A file that was looked through, and the machine that learns where in it the ultrasound image lies. */
export interface ClipOpened {
  readonly clip: Clip;
  readonly outline: OutlineActor;
}

/** Names of files, by their prints. It lasts as long as the page: names are kept nowhere. */
export type FileNames = Map<FilePrint['sha256'], string>;

/** Choosing the learner's own file, and where in it the ultrasound image lies. */
export interface ClipSetup {
  readonly wanted: ClipWanted;
  /** Name of the wanted file; null where none is wanted, or it was opened before the page was. */
  readonly wantedName: string | null;
  /** Whether the opened file is another one than work waits for: then `anew` or another `filesOpen` goes on. */
  readonly isOther: ReadonlySignal<boolean>;
  /** Null while a file is to be chosen. */
  readonly opened: ReadonlySignal<ClipOpened | null>;
  readonly isOpening: ReadonlySignal<boolean>;
  /** How far opening has come; null where it has not said. */
  readonly progress: ReadonlySignal<OpeningProgress | null>;
  /** Null unless one of several clips is to be chosen, such as of a CD. */
  readonly choice: ReadonlySignal<ClipChoice | null>;
  /** Why the last file cannot be used: a sentence. */
  readonly problem: ReadonlySignal<string | null>;
  /** One file, or the pictures of a sequence. */
  filesOpen(files: readonly File[]): Promise<void>;
  /** Opens one of the clips to choose from. */
  clipTake(offer: ClipOffer): Promise<void>;
  /** Lets go of what is being opened. */
  openingStop(): void;
  /** Back to choosing a file, or one of its clips. */
  fileDrop(): void;
  /** Takes the other file, though that drops the work. */
  anew(): void;
  /** Lets go of the file, also of one that is still being opened. */
  close(): void;
}

export function clipSetupCreate(
  wanted: ClipWanted,
  names: FileNames,
  answer: (given: ClipAnswer) => void,
): ClipSetup {
  const opened = signal<ClipOpened | null>(null);
  const isOther = signal(false);
  const isOpening = signal(false);
  const progress = signal<OpeningProgress | null>(null);
  const choice = signal<ClipChoice | null>(null);
  const problem = signal<string | null>(null);
  let stop = new AbortController();

  const letGo = (): void => {
    opened.value?.outline.stop();
    opened.value?.clip.close();
    opened.value = null;
    isOther.value = false;
  };

  const run = (clip: Clip, within: Sector): void => {
    const source = clip.source(within, (error) => noticeError(error, say('opening.brokeOff')));
    const { file, name } = clip;
    names.set(file.sha256, clipNameText(name));
    clip.close();
    letGo();
    answer({ source, clip: { file, sector: within } });
  };

  const outlineStart = (clip: Clip): OutlineActor => {
    const { found, width, height, known } = clip;
    const outline = createActor(outlineMachine, {
      input: { found, width, height, ...(known !== null && { known }) },
    });
    outline.subscribe(({ status, output }) => {
      if (status === 'done' && output !== undefined) run(clip, output.sector);
    });
    return outline.start();
  };

  const take = (clip: Clip): void => {
    const { clip: before, isWorkedOn } = wanted;
    if (before !== null && filePrintEquals(before.file, clip.file)) {
      run(clip, before.sector);
      return;
    }
    letGo();
    opened.value = { clip, outline: outlineStart(clip) };
    isOther.value = before !== null && isWorkedOn;
  };

  /** Opens what is given, or ends without a word when it is told to stop. */
  const open = async (
    name: string,
    work: (opening: Opening) => Promise<Clip | ClipChoice>,
  ): Promise<void> => {
    if (isOpening.value) return;
    const own = new AbortController();
    stop = own;
    const { signal } = own;
    isOpening.value = true;
    progress.value = null;
    problem.value = null;
    signal.addEventListener('abort', () => {
      isOpening.value = false;
    });
    const onProgress = (now: OpeningProgress): void => {
      if (!signal.aborted) progress.value = now;
    };
    try {
      const found = await work({ signal, onProgress });
      if (signal.aborted) {
        if (found.kind !== 'several') found.close();
      } else if (found.kind === 'several') {
        letGo();
        choice.value = found;
      } else take(found);
    } catch (error) {
      if (signal.aborted) return;
      problem.value = errorSentence(error, say('messages.fileNotRead', { name }));
    } finally {
      if (stop === own) isOpening.value = false;
    }
  };

  return {
    wanted,
    wantedName: wanted.clip === null ? null : (names.get(wanted.clip.file.sha256) ?? null),
    isOther,
    opened,
    isOpening,
    progress,
    choice,
    problem,
    async filesOpen(files) {
      const [first] = files;
      if (first === undefined) return;
      await open(first.name, async (opening) => {
        const found = await clipFilesOpen(files, opening);
        if (opening.signal?.aborted !== true) choice.value = null;
        return found;
      });
    },
    clipTake: (offer) => open(clipNameText(offer.name), (opening) => offer.open(opening)),
    openingStop: () => stop.abort(),
    fileDrop() {
      problem.value = null;
      if (opened.value === null) choice.value = null;
      letGo();
    },
    anew() {
      isOther.value = false;
    },
    close() {
      stop.abort();
      letGo();
    },
  };
}
