import type { MmPoint } from '../../domain/geometry/point.ts';
import type { ImageLayout } from '../scan/image-layout.ts';

/** A name at a place of the image that can be tapped. */
export interface ImageSpot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'missed' | 'wrong' | 'part';
  readonly point: MmPoint;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

/** Height of a name with the space round it, CSS pixels: names closer than this are moved apart. */
const NAME_PX = 28;

/** The names over the image. Each stands beside its place, further down where another one stands there already. */
export function ImageSpots({
  layout,
  spots,
}: {
  readonly layout: ImageLayout;
  readonly spots: readonly ImageSpot[];
}) {
  return (
    <ul class="image-spots" aria-label="What to look at">
      {spotsPlace(spots, layout).map(({ spot, x, y }) => (
        <li key={spot.id} style={{ left: `${x}px`, top: `${y}px` }}>
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
  );
}

interface PlacedSpot {
  readonly spot: ImageSpot;
  readonly x: number;
  readonly y: number;
}

/** From the top down, each at its place or as far below the one before it as a name is high. */
function spotsPlace(spots: readonly ImageSpot[], layout: ImageLayout): readonly PlacedSpot[] {
  const placed: PlacedSpot[] = [];
  const wanted = spots
    .map((spot) => ({
      spot,
      x: layout.x + spot.point.x * layout.pxPerMm,
      y: layout.y + spot.point.y * layout.pxPerMm,
    }))
    .sort((a, b) => a.y - b.y);
  for (const one of wanted) {
    const isTaken = (y: number): boolean => placed.some((other) => Math.abs(other.y - y) < NAME_PX);
    let y = one.y;
    while (isTaken(y)) y += NAME_PX / 2;
    placed.push({ ...one, y });
  }
  return placed;
}
