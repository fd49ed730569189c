import { mModeStrip } from '../../sector/b-mode-panel.ts';
import { depthTicksRead } from '../../sector/depth-ticks.ts';
import { sectorFind } from '../../sector/sector-find.ts';
import type { FromSectorWorker, ToSectorWorker } from './sector-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ToSectorWorker>) => {
  self.postMessage({ found: answerOf(data) } satisfies FromSectorWorker);
});

function answerOf(question: ToSectorWorker): unknown {
  if (question.name === 'find') return sectorFind(...question.args);
  return question.name === 'ticks' ? depthTicksRead(...question.args) : mModeStrip(...question.args);
}
