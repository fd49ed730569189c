import type { ScreenPanel } from '../../sector/b-mode-panel.ts';
import type { DepthTicks } from '../../sector/depth-ticks.ts';
import type { SectorFound } from '../../sector/sector-found.ts';
import type { FromSectorWorker, SectorQuestions, ToSectorWorker } from './sector-messages.ts';

/** Finds sectors and scales beside the page, for which it is a second or two of work. */
export interface SectorFinder {
  /** The pictures are handed over: whoever asks has them no more. */
  find(...args: SectorQuestions['find']): Promise<SectorFound | null>;
  ticks(...args: SectorQuestions['ticks']): Promise<DepthTicks | null>;
  strip(...args: SectorQuestions['strip']): Promise<ScreenPanel | null>;
  /** Searches under way reject with an AbortError. */
  close(): void;
}

/** One thing at a time: the next is asked when the one before is answered. */
export function sectorFinder(signal?: AbortSignal): SectorFinder {
  const worker = new Worker(new URL('./sector.worker.ts', import.meta.url), {
    type: 'module',
    name: 'sector',
  });
  let settle: (answer: FromSectorWorker | Error) => void = () => {};
  let ended: Error | null = null;

  const end = (why: Error): void => {
    ended ??= why;
    worker.terminate();
    signal?.removeEventListener('abort', close);
    settle(ended);
  };
  const close = (): void => end(new DOMException('Nobody looks for the sector any more.', 'AbortError'));
  signal?.addEventListener('abort', close);
  worker.addEventListener('message', ({ data }: MessageEvent<FromSectorWorker>) => settle(data));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    end(new Error(`The search for the sector broke down: ${event.message}`));
  });

  const ask = async (question: ToSectorWorker, moved: Transferable[]): Promise<unknown> => {
    if (ended !== null) throw ended;
    const answer = await new Promise<FromSectorWorker | Error>((resolve) => {
      settle = resolve;
      worker.postMessage(question, moved);
    });
    if (answer instanceof Error) throw answer;
    return answer.found;
  };
  return {
    async find(...args) {
      const moved = [args[0]].flat().map(({ buffer }) => buffer as ArrayBuffer);
      return (await ask({ name: 'find', args }, moved)) as SectorFound | null;
    },
    ticks: async (...args) => (await ask({ name: 'ticks', args }, [])) as DepthTicks | null,
    strip: async (...args) => (await ask({ name: 'strip', args }, [])) as ScreenPanel | null,
    close,
  };
}
