import { mModeSpan } from '../../sector/m-mode-scale.ts';
import { say } from '../../ui/words/say.ts';
import type { StripCaliper } from './strip-caliper.ts';

/** The caliper's measure, or how to set it. */
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
        {from === undefined ? say('mMode.reading.how') : say('mMode.reading.other')}
      </p>
    );
  }
  const { depthMm, timeS } = mModeSpan(from, to, mmPerPx ?? 0, sPerPx);
  return (
    <div role="status">
      <dl class="m-mode-reading">
        <dt>{say('mMode.reading.depth')}</dt>
        <dd data-testid="m-mode-depth">
          {mmPerPx === null ? say('mMode.reading.depthMissing') : say('mMode.reading.mm', { mm: depthMm })}
        </dd>
        <dt>{say('mMode.reading.time')}</dt>
        <dd data-testid="m-mode-time">
          {timeS === null ? say('mMode.reading.timeMissing') : say('mMode.reading.s', { s: timeS })}
        </dd>
      </dl>
    </div>
  );
}
