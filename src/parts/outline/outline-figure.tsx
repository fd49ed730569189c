import { mmFromBeam, pxFromMm, type Sector } from '../../domain/geometry/sector.ts';
import { clicksFromSector } from '../../sector/sector-clicks.ts';
import { sectorPath } from './sector-path.ts';

const WIDTH = 200;
const HEIGHT = 116;

/** An image of each kind, drawn at a millimetre a pixel. */
const DRAWN: Readonly<Record<Sector['kind'], Sector>> = {
  convex: {
    kind: 'convex',
    mmPerPx: 1,
    originPx: { x: WIDTH / 2, y: 16 },
    radiusMm: 34,
    angleRad: 1.25,
    depthMm: 90,
  },
  linear: { kind: 'linear', mmPerPx: 1, originPx: { x: WIDTH / 2, y: 12 }, widthMm: 84, depthMm: 92 },
};

/** A small drawing of where the three points belong; the words beside it say the same. */
export function OutlineFigure({ probe, next }: { readonly probe: Sector['kind']; readonly next: number }) {
  const sector = DRAWN[probe];
  const below = pxFromMm(sector, mmFromBeam(sector, { lateral: 0, depthMm: sector.depthMm }));
  return (
    <svg class="clip-figure" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="clip-figure-image" d={sectorPath(sector)} />
      <path class="clip-figure-middle" d={`M${sector.originPx.x} ${sector.originPx.y}V${below.y}`} />
      {clicksFromSector(sector, WIDTH, HEIGHT).map(({ x, y }, place) => (
        <g key={place} class="clip-point" data-moved={place === next}>
          <circle cx={x} cy={y} r={8} />
          <text x={x} y={y} font-size={11} dy="0.36em">
            {place + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}
