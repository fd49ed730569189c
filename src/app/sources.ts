import { type ReadonlySignal, signal } from '@preact/signals';
import type { ScenarioSource } from '../domain/scenario/scenario.ts';
import type { FrameSource } from '../ports/frame-source.ts';
import { type ClipSetup, clipSetupCreate } from './clip-setup.ts';
import { noticeError } from './notices.ts';

/** Opens an image's source; `onBroken` is told when it breaks down later. */
export type SourceOpen = (
  source: ScenarioSource,
  aborted: AbortSignal,
  onBroken: () => void,
) => Promise<FrameSource>;

export interface Sources {
  readonly open: SourceOpen;
  /** Set while the learner is asked for a file. */
  readonly clipSetup: ReadonlySignal<ClipSetup | null>;
}

export function sourcesCreate(): Sources {
  const clipSetup = signal<ClipSetup | null>(null);

  const clipAsk = (aborted: AbortSignal): Promise<FrameSource> =>
    new Promise((resolve, reject) => {
      const setup = clipSetupCreate((source) => {
        clipSetup.value = null;
        resolve(source);
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
    async open(source, aborted, onBroken) {
      if (source.kind === 'clip') return clipAsk(aborted);
      const { phantomSource } = await import('../adapters/phantom-worker/client/phantom-source.ts');
      return phantomSource(source.request, {
        onError: (error) => {
          onBroken();
          noticeError(error, 'The virtual patient stopped unexpectedly. Go on, and it is started again.');
        },
      });
    },
  };
}
