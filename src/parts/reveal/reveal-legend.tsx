import type { SVGAttributes } from 'preact';
import { REVEAL_COLOURS } from '../../scanner/ink.ts';
import { SWATCH_PX, Swatch } from '../../ui/swatch.tsx';
import { say } from '../../ui/words/say.ts';

type Verdict = keyof typeof REVEAL_COLOURS;

/** As on the image: filled, dashed round nothing, hatched. */
const ROWS: readonly {
  readonly verdict: Verdict;
  readonly name: 'hit' | 'miss' | 'extra' | 'neutral' | 'unsure';
  readonly box: SVGAttributes<SVGRectElement>;
  readonly hatch: string | null;
}[] = [
  {
    verdict: 'hit',
    name: 'hit',
    box: { fill: REVEAL_COLOURS.hit, 'fill-opacity': '0.6' },
    hatch: null,
  },
  { verdict: 'miss', name: 'miss', box: { fill: 'none', 'stroke-dasharray': '5 3' }, hatch: null },
  {
    verdict: 'extra',
    name: 'extra',
    box: { fill: 'none' },
    hatch: 'M3 11 11 3M3 17 17 3M9 17 17 9',
  },
];

/** Only where there is such a thing on the image. */
const NEUTRAL_ROW: (typeof ROWS)[number] = {
  verdict: 'neutral',
  name: 'neutral',
  box: { fill: REVEAL_COLOURS.neutral, 'fill-opacity': '0.25' },
  hatch: null,
};
const UNSURE_ROW: (typeof ROWS)[number] = {
  verdict: 'neutral',
  name: 'unsure',
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
    <ul class="legend" aria-label={say('reveal.marks')}>
      {rows.map(({ verdict, name, box, hatch }) => (
        <li key={name}>
          <Swatch>
            <g stroke={REVEAL_COLOURS[verdict]} stroke-width="2">
              <rect x="1" y="1" width={SWATCH_PX - 2} height={SWATCH_PX - 2} rx="3" {...box} />
              {hatch !== null && <path d={hatch} />}
            </g>
          </Swatch>
          {say(`reveal.legend.${name}`)}
        </li>
      ))}
    </ul>
  );
}
