import { type ReadonlySignal, signal } from '@preact/signals';
import type { ClipUsed } from '../domain/frame/clip-used.ts';
import type { ScenarioSource } from '../domain/scenario/scenario.ts';
import type { FrameSource } from '../ports/frame-source.ts';
import { type ClipAnswer, type ClipSetup, type ClipWanted, clipSetupCreate } from './clip-setup.ts';
import { noticeError } from './notices.ts';

export interface SourceOpened {
  readonly source: FrameSource;
  /** What a learner's own file is known again by; null for every other source. */
  readonly clip: ClipUsed | null;
}

/** Opens an image's source; `onBroken` is told when it breaks down later. */
export type SourceOpen = (
  source: ScenarioSource,
  wanted: ClipWanted,
  aborted: AbortSignal,
  onBroken: () => void,
) => Promise<SourceOpened>;

export interface Sources {
  readonly open: SourceOpen;
  /** Set while the learner is asked for a file. */
  readonly clipSetup: ReadonlySignal<ClipSetup | null>;
}

export function sourcesCreate(): Sources {
  const clipSetup = signal<ClipSetup | null>(null);

  const clipAsk = (wanted: ClipWanted, aborted: AbortSignal): Promise<ClipAnswer> =>
    new Promise((resolve, reject) => {
      const setup = clipSetupCreate(wanted, (given) => {
        clipSetup.value = null;
        resolve(given);
      });
      clipSetup.value = setup;
      aborted.addEventListener('abort', () => {
        setup.close();
        if (clipSetup.peek() === setup) clipSetup.value = null;
        reject(new Error('No file was opened.'));
      });
    });

  return {
    clipSetup,
    async open(source, wanted, aborted, onBroken) {
      if (source.kind === 'clip') return clipAsk(wanted, aborted);
      const { phantomSource } = await import('../adapters/phantom-worker/client/phantom-source.ts');
      const phantom = phantomSource(source.request, {
        onError: (error) => {
          onBroken();
          noticeError(error, 'The virtual patient stopped unexpectedly. Go on, and it is started again.');
        },
      });
      return { source: phantom, clip: null };
    },
  };
}
