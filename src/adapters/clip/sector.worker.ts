import { mModeStrip } from '../../domain/geometry/b-mode-panel.ts';
import { depthTicksRead } from '../../domain/geometry/depth-ticks.ts';
import { sectorFind } from '../../domain/geometry/sector-find.ts';
import type { FromSectorWorker, ToSectorWorker } from './sector-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ToSectorWorker>) => {
  self.postMessage({ found: answerOf(data) } satisfies FromSectorWorker);
});

function answerOf(question: ToSectorWorker): unknown {
  if (question.name === 'find') return sectorFind(...question.args);
  return question.name === 'ticks' ? depthTicksRead(...question.args) : mModeStrip(...question.args);
}
