import { lungEdgeMm } from '../../domain/scan/lung-edge.ts';
import { TORSO } from '../../domain/scan/skin.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import type { ZoneReading, ZoneReadings } from '../../domain/survey/zone-reading.ts';
import { ZoneFillDefs, zoneFillUrl } from '../../parts/probe/torso-zone.tsx';
import { say } from '../../ui/words/say.ts';
import { CHEST_MAP_HALF_MM, chestMapPlace, chestMapSide } from './chest-map.ts';

/** The sternum stands in the middle of the map, the spine at either edge, mm. */
const HALF_MM = CHEST_MAP_HALF_MM;
const TOP_MM = -42;
const HEIGHT_MM = 372;
const EDGE_STEP_MM = 20;
/** Where the names of the sides stand. */
const SIDE_MM = -12;

/** The zones of a chest with what each shows, by colour, pattern and letter. */
export function ChestChart({
  title,
  zones,
  readings,
}: {
  readonly title: string;
  readonly zones: readonly Zone[];
  readonly readings: ZoneReadings;
}) {
  return (
    <figure class="chest-chart">
      <figcaption class="small">{title}</figcaption>
      <svg
        viewBox={`${-HALF_MM} ${TOP_MM} ${TORSO.girthMm} ${HEIGHT_MM}`}
        aria-hidden="true"
        focusable="false"
      >
        <ZoneFillDefs />
        <path class="torso-skin" d={LUNG_EDGE} />
        <path class="torso-mark" d="M0 6V178" />
        <text class="chart-side" x={chestMapSide('right')} y={SIDE_MM}>
          {say('survey.report.right')}
        </text>
        <text class="chart-side" x={chestMapSide('left')} y={SIDE_MM}>
          {say('survey.report.left')}
        </text>
        {zones.map((zone) => {
          const reading = readings.get(zone.id);
          const fill = reading?.pattern ?? null;
          return (
            <g key={zone.id} class="torso-zone" data-fill={fill ?? ''}>
              <path d={outlinePath(zone)} style={fill === null ? undefined : { fill: zoneFillUrl(fill) }} />
              <text {...chestMapPlace(zone.centre)}>{reading === undefined ? '?' : codeOf(reading)}</text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** The lungs' lower edge, and the chest above it. */
const LUNG_EDGE = `M${-HALF_MM} 0${Array.from({ length: TORSO.girthMm / EDGE_STEP_MM + 1 }, (_, i) => {
  const x = -HALF_MM + i * EDGE_STEP_MM;
  return `L${x} ${lungEdgeMm(x).toFixed(1)}`;
}).join('')}L${HALF_MM} 0Z`;

/** As the BLUE protocol writes it: with a stroke where the lung does not slide. */
function codeOf({ pattern, sliding }: ZoneReading): string {
  const code = say(`zones.code.${pattern}`);
  return sliding === 'no' || sliding === 'in_part' ? `${code}'` : code;
}

function outlinePath({ outline }: Zone): string {
  const points = outline.map(chestMapPlace).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M${points.join('L')}Z`;
}
