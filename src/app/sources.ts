import { type ReadonlySignal, signal } from '@preact/signals';
import type { ScenarioSource } from '../domain/scenario/scenario.ts';
import type { FrameSource } from '../ports/frame-source.ts';
import { noticeError } from './notices.ts';

/** Asked of the learner: the screen that shows the request answers with what was opened. */
export interface ClipRequest {
  readonly answer: (source: FrameSource) => void;
}

/** Opens an image's source; `onBroken` is told when it breaks down later. */
export type SourceOpen = (
  source: ScenarioSource,
  aborted: AbortSignal,
  onBroken: () => void,
) => Promise<FrameSource>;

export interface Sources {
  readonly open: SourceOpen;
  /** Set while the learner is asked for a file. */
  readonly clipRequest: ReadonlySignal<ClipRequest | null>;
}

export function sourcesCreate(): Sources {
  const clipRequest = signal<ClipRequest | null>(null);

  const clipAsk = (aborted: AbortSignal): Promise<FrameSource> =>
    new Promise((resolve, reject) => {
      clipRequest.value = {
        answer: (source) => {
          clipRequest.value = null;
          resolve(source);
        },
      };
      aborted.addEventListener('abort', () => {
        clipRequest.value = null;
        reject(new Error('No file was opened.'));
      });
    });

  return {
    clipRequest,
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
