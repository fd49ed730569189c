import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { listOf, numberIn, objectRead, oneOf, textRead, type ValueRead } from './value-read.ts';

/** No ultrasound image reaches a metre from its probe: what lies beyond is a fault. */
const REACH_MM = 1000;
const coordinateRead = numberIn(-REACH_MM, REACH_MM);
const lengthRead = numberIn(0, REACH_MM);
const kindRead = oneOf(['brush', 'eraser', 'line', 'beam', 'region']);

export const findingRead = oneOf(MARKABLE_FINDINGS);

const pointRead: ValueRead<MmPoint> = (value, place) => {
  const { x, y } = objectRead(value, place);
  return { x: coordinateRead(x, `${place}.x`), y: coordinateRead(y, `${place}.y`) };
};

const pointsRead = listOf(pointRead);

/** A mark as it was drawn, in mm. */
export const markRead: ValueRead<Mark> = (value, place) => {
  const stored = objectRead(value, place);
  const id = textRead(stored.id, `${place}.id`);
  const kind = kindRead(stored.kind, `${place}.kind`);
  const finding = () => findingRead(stored.finding, `${place}.finding`);
  const points = () => pointsRead(stored.points, `${place}.points`);
  const length = (name: string) => lengthRead(stored[name], `${place}.${name}`);
  switch (kind) {
    case 'brush':
      return { id, kind, finding: finding(), points: points(), radiusMm: length('radiusMm') };
    case 'eraser':
      return { id, kind, points: points(), radiusMm: length('radiusMm') };
    case 'line':
      return { id, kind, finding: finding(), points: points(), widthMm: length('widthMm') };
    case 'region':
      return { id, kind, finding: finding(), points: points() };
    case 'beam':
      return {
        id,
        kind,
        finding: finding(),
        origin: pointRead(stored.origin, `${place}.origin`),
        widthMm: length('widthMm'),
        endDepthMm: length('endDepthMm'),
      };
  }
};
