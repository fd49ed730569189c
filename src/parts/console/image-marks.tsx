import type { MmPoint } from '../../domain/geometry/point.ts';
import { mmFromBeam, type Sector } from '../../domain/geometry/sector.ts';
import { say } from '../../ui/words/say.ts';
import type { ImageLayout } from './image-layout.ts';
import { type Caliper, caliperMm } from './machine/caliper.ts';

/** Half the arms of a caliper's cross, CSS pixels. */
const CROSS_PX = 6;

/** The M-mode's line, calipers and the keyboard's cross-hair over the image; the image itself takes the pointer. */
export function ImageMarks({
  layout,
  sector,
  mLine,
  calipers,
  cursor,
}: {
  readonly layout: ImageLayout;
  readonly sector: Sector;
  readonly mLine: number | null;
  readonly calipers: readonly Caliper[];
  readonly cursor: MmPoint | null;
}) {
  const at = ({ x, y }: MmPoint): MmPoint => ({
    x: layout.x + x * layout.pxPerMm,
    y: layout.y + y * layout.pxPerMm,
  });
  const top = mLine === null ? null : at(mmFromBeam(sector, { lateral: mLine, depthMm: 0 }));
  const end = mLine === null ? null : at(mmFromBeam(sector, { lateral: mLine, depthMm: sector.depthMm }));
  return (
    <svg class="image-marks" aria-hidden="true" focusable="false">
      {top !== null && end !== null && (
        <path class="m-line" d={`M${top.x} ${top.y}L${end.x} ${end.y}`} data-testid="m-line" />
      )}
      {calipers.map((caliper) => {
        const [from, to] = [at(caliper.from), at(caliper.to)];
        return (
          <g key={caliper.id} class="caliper">
            <path class="caliper-line" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
            <path d={cross(from) + cross(to)} />
            <text x={to.x + 10} y={to.y + 4}>
              {say('console.caliper', { name: caliper.name, mm: caliperMm(caliper) })}
            </text>
          </g>
        );
      })}
      {cursor !== null && <path class="image-cursor" d={cross(at(cursor))} />}
    </svg>
  );
}

function cross({ x, y }: MmPoint): string {
  return `M${x - CROSS_PX} ${y}h${2 * CROSS_PX}M${x} ${y - CROSS_PX}v${2 * CROSS_PX}`;
}
