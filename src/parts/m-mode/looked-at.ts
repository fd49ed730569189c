import type { ScreenPanel } from '../../sector/b-mode-panel.ts';
import type { StripCaliper } from './strip-caliper.ts';
import type { TimeSaid } from './strip-time.ts';

/** A strip of M-mode, and what was said and measured of it. */
export interface LookedAt {
  /** Null while nobody has shown where it is. */
  readonly strip: ScreenPanel | null;
  readonly timeSaid: TimeSaid;
  /** As it is typed. */
  readonly timeText: string;
  /** As it is typed; empty for that of the image. */
  readonly depthText: string;
  readonly caliper: StripCaliper;
}
