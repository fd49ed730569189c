import type { MmPoint } from '../../domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../../domain/geometry/sector.ts';
import type { BeamMark, LineMark, Mark, RegionMark } from '../../domain/marks/mark.ts';
import type { MarkingEvent } from '../marking/machine/marking-context.ts';

/** Takes the events of someone who draws. */
type Send = (event: MarkingEvent) => void;

/** Draws marks as a pointer does, one after another. Marks of tools that are not offered come to nothing. */
export function marksDraw(marks: readonly Mark[], sector: Sector, send: Send): void {
  for (const mark of marks) {
    if (mark.kind !== 'eraser') send({ type: 'finding.pick', finding: mark.finding });
    send({ type: 'tool.pick', tool: mark.kind });
    if (mark.kind === 'beam') beamDraw(mark, sector, send);
    else if (mark.kind === 'line' || mark.kind === 'region') pathDraw(mark, send);
    else strokeDraw(mark.points, 2 * mark.radiusMm, send);
  }
}

function beamDraw({ origin, widthMm, endDepthMm }: BeamMark, sector: Sector, send: Send): void {
  const end = mmFromBeam(sector, { ...beamFromMm(sector, origin), depthMm: endDepthMm });
  strokeDraw([origin, end], widthMm, send);
}

function pathDraw(mark: LineMark | RegionMark, send: Send): void {
  strokeDraw(mark.points, mark.kind === 'line' ? mark.widthMm : null, send);
  // A path that is no longer than a click has placed a point.
  send({ type: 'mark.cancel' });
}

function strokeDraw(points: readonly MmPoint[], widthMm: number | null, send: Send): void {
  const [first, ...rest] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return;
  if (widthMm !== null) send({ type: 'size.set', mm: widthMm });
  send({ type: 'pointer.down', point: first });
  for (const point of rest) send({ type: 'pointer.move', point });
  send({ type: 'pointer.up', point: last });
}
