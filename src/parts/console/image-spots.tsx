import type { MmPoint } from '../../domain/geometry/point.ts';
import { say } from '../../ui/words/say.ts';
import type { ImageLayout } from './image-layout.ts';
import { spotsPlace } from './spots-place.ts';

/** A name at a place of the image that can be tapped. */
export interface ImageSpot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'missed' | 'wrong' | 'part';
  readonly point: MmPoint;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** The names over the image, each with a line to its place, so that it hides nothing of what it speaks of. */
export function ImageSpots({
  layout,
  spots,
}: {
  readonly layout: ImageLayout;
  readonly spots: readonly ImageSpot[];
}) {
  const wanted = spots.map((spot) => ({
    spot,
    name: spot.name,
    x: layout.x + spot.point.x * layout.pxPerMm,
    y: layout.y + spot.point.y * layout.pxPerMm,
  }));
  const placed = spotsPlace(wanted, layout).map((place, i) => ({ ...wanted[i]!, place }));
  return (
    <>
      <svg class="image-leads" aria-hidden="true">
        {placed.map(({ spot, x, y, place }) => (
          <g key={spot.id} data-kind={spot.kind} data-selected={spot.isSelected}>
            <line x1={x} y1={y} x2={place.end.x} y2={place.end.y} />
            <circle cx={x} cy={y} r="3" />
          </g>
        ))}
      </svg>
      <ul class="image-spots" aria-label={say('console.spots')}>
        {placed.map(({ spot, place }) => (
          <li key={spot.id} style={{ left: `${place.x}px`, top: `${place.y}px` }}>
            <button
              type="button"
              class="image-spot"
              data-kind={spot.kind}
              data-testid="image-spot"
              aria-pressed={spot.isSelected}
              onClick={spot.onSelect}
            >
              {spot.name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
