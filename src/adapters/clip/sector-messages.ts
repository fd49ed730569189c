import type { mModeStrip } from '../../sector/b-mode-panel.ts';
import type { depthTicksRead } from '../../sector/depth-ticks.ts';
import type { sectorFind } from '../../sector/sector-find.ts';

/** The calls of the worker that looks for sectors, as the functions behind them are. */
export interface SectorQuestions {
  readonly find: Parameters<typeof sectorFind>;
  readonly ticks: Parameters<typeof depthTicksRead>;
  readonly strip: Parameters<typeof mModeStrip>;
}

export type ToSectorWorker = {
  readonly [Name in keyof SectorQuestions]: { readonly name: Name; readonly args: SectorQuestions[Name] };
}[keyof SectorQuestions];

export interface FromSectorWorker {
  readonly found: unknown;
}
