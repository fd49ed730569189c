import { mModeSpan } from '../../sector/m-mode-scale.ts';
import type { StripCaliper } from './strip-caliper.ts';

/** What the caliper measures, or how to set it. */
export function StripReading({
  caliper,
  mmPerPx,
  sPerPx,
}: {
  readonly caliper: StripCaliper;
  readonly mmPerPx: number | null;
  readonly sPerPx: number | null;
}) {
  const [from, to] = caliper.ends;
  if (from === undefined || to === undefined) {
    return (
      <p class="small" role="status">
        {from === undefined
          ? 'To measure, drag on the strip from one point to another. By keyboard, go to the strip, move the cross-hair with the arrow keys and press Enter at each end.'
          : 'Set the other end of the caliper.'}
      </p>
    );
  }
  const { depthMm, timeS } = mModeSpan(from, to, mmPerPx ?? 0, sPerPx);
  return (
    <div role="status">
      <dl class="m-mode-reading">
        <dt>Depth</dt>
        <dd data-testid="m-mode-depth">
          {mmPerPx === null ? 'say the depth first' : `${depthMm.toFixed(1)} mm`}
        </dd>
        <dt>Time</dt>
        <dd data-testid="m-mode-time">{timeS === null ? 'say the time first' : `${timeS.toFixed(2)} s`}</dd>
      </dl>
    </div>
  );
}
