import type { MarkableFinding } from '../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../domain/findings/look.ts';
import { FINDING_STROKES, findingStrokeWidth } from './finding-strokes.ts';
import { SWATCH_PX, Swatch } from './swatch.tsx';

/** A class's colour and pattern, as they are drawn on the image. */
export function FindingSwatch({ finding }: { readonly finding: MarkableFinding }) {
  const look = FINDING_LOOKS[finding];
  return (
    <Swatch>
      <rect width={SWATCH_PX} height={SWATCH_PX} rx="4" fill={look.colour} />
      <path
        d={FINDING_STROKES[look.pattern]}
        fill="none"
        stroke="#05080b"
        stroke-opacity="0.75"
        stroke-width={findingStrokeWidth(look.pattern)}
        stroke-linecap={look.pattern === 'dots' ? 'round' : 'butt'}
      />
    </Swatch>
  );
}
