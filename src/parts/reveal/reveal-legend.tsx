import type { SVGAttributes } from 'preact';
import { REVEAL_COLOURS } from '../../scanner/ink.ts';
import { SWATCH_PX, Swatch } from '../../ui/swatch.tsx';

type Verdict = keyof typeof REVEAL_COLOURS;

/** As on the image: filled, dashed round nothing, hatched. */
const ROWS: readonly {
  readonly verdict: Verdict;
  readonly text: string;
  readonly box: SVGAttributes<SVGRectElement>;
  readonly hatch: string | null;
}[] = [
  {
    verdict: 'hit',
    text: 'Right',
    box: { fill: REVEAL_COLOURS.hit, 'fill-opacity': '0.6' },
    hatch: null,
  },
  { verdict: 'miss', text: 'Missed', box: { fill: 'none', 'stroke-dasharray': '5 3' }, hatch: null },
  {
    verdict: 'extra',
    text: 'Extra: marked, but not there',
    box: { fill: 'none' },
    hatch: 'M3 11 11 3M3 17 17 3M9 17 17 9',
  },
];

/** Only where there is such a thing on the image. */
const NEUTRAL_ROW: (typeof ROWS)[number] = {
  verdict: 'neutral',
  text: 'Not counted',
  box: { fill: REVEAL_COLOURS.neutral, 'fill-opacity': '0.25' },
  hatch: null,
};
const UNSURE_ROW: (typeof ROWS)[number] = {
  verdict: 'neutral',
  text: 'Cannot be judged here',
  box: { fill: 'none', 'stroke-dasharray': '5 3' },
  hatch: null,
};

/** How hits, misses and extras are drawn on the image. */
export function RevealLegend({
  hasNeutral,
  hasUnsure,
}: {
  readonly hasNeutral: boolean;
  readonly hasUnsure: boolean;
}) {
  const rows = [...ROWS, ...(hasNeutral ? [NEUTRAL_ROW] : []), ...(hasUnsure ? [UNSURE_ROW] : [])];
  return (
    <ul class="legend" aria-label="Your marks on the image">
      {rows.map(({ verdict, text, box, hatch }) => (
        <li key={text}>
          <Swatch>
            <g stroke={REVEAL_COLOURS[verdict]} stroke-width="2">
              <rect x="1" y="1" width={SWATCH_PX - 2} height={SWATCH_PX - 2} rx="3" {...box} />
              {hatch !== null && <path d={hatch} />}
            </g>
          </Swatch>
          {text}
        </li>
      ))}
    </ul>
  );
}
