import { useMemo } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import type { LungPattern } from '../../domain/scenario/answer-source.ts';
import { FINDING_STROKES, findingStrokeWidth } from '../../ui/finding-strokes.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';
import type { TorsoSide } from './machine/probe-context.ts';
import { areaPath, placeDraw } from './torso-shape.ts';

/** Where the name of a zone that is pointed at stands: below the drawn chest, mm. */
const NAME_MM = 412;
const NAME_LINE_MM = 26;

/** The patterns that zones are filled by, by their ids. */
export type ZoneFills = ReadonlyMap<string, LungPattern>;
export const ZONE_FILLS_NONE: ZoneFills = new Map();

/** The class whose colour and pattern stand for a pattern of the lung. */
export const PATTERN_FINDINGS: Readonly<Record<LungPattern, MarkableFinding>> = {
  a_lines: 'a_line',
  b_lines: 'b_line',
  confluence: 'b_line_confluence',
  consolidation: 'consolidation',
  effusion: 'pleural_effusion',
};

export function zoneFillUrl(pattern: LungPattern): string {
  return `url(#zone-${pattern})`;
}

/** The fills of a drawing's zones; each drawing that uses them holds them once. */
export function ZoneFillDefs() {
  return (
    <defs>
      {Object.entries(PATTERN_FINDINGS).map(([pattern, finding]) => {
        const look = FINDING_LOOKS[finding];
        return (
          <pattern key={pattern} id={`zone-${pattern}`} width="20" height="20" patternUnits="userSpaceOnUse">
            <rect width="20" height="20" fill={look.colour} />
            <path
              d={FINDING_STROKES[look.pattern]}
              fill="none"
              stroke="#05080b"
              stroke-opacity="0.6"
              stroke-width={findingStrokeWidth(look.pattern)}
            />
          </pattern>
        );
      })}
    </defs>
  );
}

/** A zone on the drawn chest. */
export function TorsoZone({
  zone,
  side,
  isUnder,
  litPlace,
  fill,
}: {
  readonly zone: Zone;
  readonly side: TorsoSide;
  /** Whether the probe stands in it. */
  readonly isUnder: boolean;
  /** Which one it is of those that are pointed at; -1 for none of them. */
  readonly litPlace: number;
  /** What it was found to show; null where nothing was said of it. */
  readonly fill: LungPattern | null;
}) {
  const path = useMemo(() => areaPath(side, zone.outline), [side, zone]);
  const { x, y, facing } = placeDraw(side, zone.centre);
  if (path === '') return null;
  return (
    <g class="torso-zone" data-under={isUnder} data-lit={litPlace >= 0} data-fill={fill ?? ''}>
      <path d={path} style={fill === null ? undefined : { fill: zoneFillUrl(fill) }} />
      {facing > 0.3 && (
        <text x={x} y={y}>
          {fill === null ? zone.id : say(`zones.code.${fill}`)}
        </text>
      )}
      {litPlace >= 0 && (
        <text class="torso-name" x={0} y={NAME_MM - litPlace * NAME_LINE_MM}>
          {zoneLabel(zone)}
        </text>
      )}
    </g>
  );
}
