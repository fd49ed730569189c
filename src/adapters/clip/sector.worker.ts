import { depthTicksRead } from '../../domain/geometry/depth-ticks.ts';
import { sectorFind } from '../../domain/geometry/sector-find.ts';
import type { FromSectorWorker, ToSectorWorker } from './sector-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<ToSectorWorker>) => {
  const found = data.name === 'find' ? sectorFind(...data.args) : depthTicksRead(...data.args);
  self.postMessage({ found } satisfies FromSectorWorker);
});
