import type { CaptureService } from '../../parts/capture/capture-service.ts';

/** How fast it goes while it runs, and what the network counts. */
export function LiveFiguresList({
  capture: { pace, figures },
  isRunning,
}: {
  readonly capture: CaptureService;
  readonly isRunning: boolean;
}) {
  const speed = pace.value;
  const counted = figures.value;
  return (
    <dl class="live-figures figures">
      <div>
        <dt>B-line artefact score</dt>
        <dd data-testid="live-blas">{counted === null ? '–' : `${Math.round(100 * counted.blas)} %`}</dd>
      </div>
      <div>
        <dt>B-lines</dt>
        <dd data-testid="live-b-lines">
          {counted === null ? '–' : counted.bLines}
          {counted !== null && counted.confluences > 0 && ` + ${counted.confluences} merged`}
        </dd>
      </div>
      {isRunning && speed !== null && (
        <>
          <div>
            <dt>Images per second</dt>
            <dd data-testid="live-fps">{Math.round(speed.deliveredFps)}</dd>
          </div>
          <div>
            <dt>Overlays per second</dt>
            <dd data-testid="overlay-fps">{Math.round(speed.overlayFps)}</dd>
          </div>
          <div>
            <dt>From image to overlay</dt>
            <dd data-testid="live-latency">
              {speed.latencyMs === null ? '–' : `${Math.round(speed.latencyMs)} ms`}
            </dd>
          </div>
          <div>
            <dt>Left out, as too slow</dt>
            <dd data-testid="left-out">{speed.leftOut}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
