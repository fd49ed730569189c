import { useEffect } from 'preact/hooks';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import type { KeyPlace } from '../../domain/scenario/expert-key.ts';
import type { StillClip } from '../../parts/labelling/still-clip.ts';

/** Outlines the places where learners err on the image that is shown. */
export function usePlacesShown(
  { viewer, record }: StillClip,
  places: readonly KeyPlace[],
  index: number,
): void {
  const scanner = viewer.scanner.value;
  const here = places.filter((place) => place.index === index);
  const text = JSON.stringify(here);
  useEffect(() => {
    if (scanner === null) return;
    const marks = here.map(
      ({ finding, points }, at): Mark => ({
        id: `place-${at}`,
        kind: 'region',
        finding: finding ?? 'pleural_effusion',
        points,
      }),
    );
    const sector = sectorFit(record.sector, MASK_SIZE);
    scanner.hintShow(
      marks.length === 0 ? null : { kind: 'outline', mask: marksRasterise(marks, sector, MASK_SIZE) },
    );
    return () => scanner.hintShow(null);
  }, [scanner, record, text]);
}
