import type { LiveFigures } from '../../domain/grading/live-figures.ts';
import type { CaptureService } from '../../parts/capture/capture-service.ts';
import { say } from '../../ui/words/say.ts';

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
        <dt>{say('live.figures.score')}</dt>
        <dd data-testid="live-blas">
          {counted === null
            ? say('live.figures.unknown')
            : say('live.figures.percent', { percent: Math.round(100 * counted.blas) })}
        </dd>
      </div>
      <div>
        <dt>{say('live.figures.bLines')}</dt>
        <dd data-testid="live-b-lines">
          {counted === null ? say('live.figures.unknown') : bLinesText(counted)}
        </dd>
      </div>
      {isRunning && speed !== null && (
        <>
          <div>
            <dt>{say('live.figures.images')}</dt>
            <dd data-testid="live-fps">{Math.round(speed.deliveredFps)}</dd>
          </div>
          <div>
            <dt>{say('live.figures.overlays')}</dt>
            <dd data-testid="overlay-fps">{Math.round(speed.overlayFps)}</dd>
          </div>
          <div>
            <dt>{say('live.figures.latency')}</dt>
            <dd data-testid="live-latency">
              {speed.latencyMs === null
                ? say('live.figures.unknown')
                : say('live.figures.milliseconds', { ms: Math.round(speed.latencyMs) })}
            </dd>
          </div>
          <div>
            <dt>{say('live.figures.leftOut')}</dt>
            <dd data-testid="left-out">{speed.leftOut}</dd>
          </div>
        </>
      )}
    </dl>
  );
}

function bLinesText({ bLines, confluences }: LiveFigures): string | number {
  return confluences === 0 ? bLines : say('live.figures.bLinesMerged', { bLines, merged: confluences });
}
