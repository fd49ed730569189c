import { ACCEPTED_MOST, type CatchingPoint, type CatchingRoc } from '../../domain/proposals/catching-roc.ts';
import type { CatchingCount } from '../../domain/proposals/proposals-grade.ts';
import { say } from '../../ui/words/say.ts';

/** Side of the drawing, and of the square in it, in its own units. */
const SIDE = 120;
const MARGIN = 12;
const SPAN = SIDE - 2 * MARGIN;

/** Errors caught against right things taken for errors: an attempt a dot, all of them together the large one. */
export function CatchingChart({ roc }: { readonly roc: CatchingRoc }) {
  const { whole, attempts, isAtStandard } = roc;
  if (whole === null) return <p class="soft">{say('proposals.chart.none')}</p>;
  return (
    <figure class="catching-chart stack">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={labelOf(whole)}>
        <rect
          class="catching-standard"
          x={MARGIN}
          y={MARGIN}
          width={SPAN / 2}
          height={ACCEPTED_MOST * SPAN}
        />
        <rect x={MARGIN} y={MARGIN} width={SPAN} height={SPAN} fill="none" stroke="currentColor" />
        <line
          x1={MARGIN}
          y1={MARGIN + SPAN}
          x2={MARGIN + SPAN}
          y2={MARGIN}
          stroke="currentColor"
          stroke-dasharray="3 3"
        />
        {attempts.map((point) => (
          <Dot key={point.atMs} point={point} isWhole={false} />
        ))}
        <Dot point={whole} isWhole />
      </svg>
      <figcaption class="stack small">
        <span>
          ↑ {say('proposals.chart.y')}, → {say('proposals.chart.x')}
        </span>
        <span data-testid="catching-counts">{say('proposals.chart.counts', countsOf(whole))}</span>
        <span>{say(isAtStandard ? 'proposals.chart.reached' : 'proposals.chart.open')}</span>
        {attempts.length > 1 && (
          <ol>
            {attempts.map(({ atMs, caught, wrong, alarms, right }) => (
              <li key={atMs}>{say('proposals.chart.attempt', { at: atMs, caught, wrong, alarms, right })}</li>
            ))}
          </ol>
        )}
      </figcaption>
    </figure>
  );
}

function Dot({ point, isWhole }: { readonly point: CatchingPoint; readonly isWhole: boolean }) {
  const { sensitivity, falseAlarms } = point;
  if (sensitivity === null || falseAlarms === null) return null;
  return (
    <circle
      data-whole={isWhole}
      cx={MARGIN + falseAlarms * SPAN}
      cy={MARGIN + (1 - sensitivity) * SPAN}
      r={isWhole ? 4 : 2}
    />
  );
}

function countsOf({ caught, wrong, alarms, right }: CatchingPoint): Omit<CatchingCount, 'missingAlarms'> {
  return { caught, wrong, alarms, right };
}

function labelOf({ sensitivity, falseAlarms }: CatchingPoint): string {
  const percent = (share: number | null): number => Math.round(100 * (share ?? 0));
  return say('proposals.chart.label', {
    caught: percent(sensitivity),
    alarms: percent(falseAlarms),
    wanted: percent(1 - ACCEPTED_MOST),
  });
}
