import type { Sector } from '../../domain/geometry/sector.ts';
import { CommandError } from '../shared/command.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A full circle has no sides, and a fan without an opening has no inside. */
const LARGEST_ANGLE_RAD = 6.2;

/**
 * The sector in a frame's JSON, as `npm run phantom` writes it.
 * @throws CommandError `sector-invalid`, naming the file and what is wrong.
 */
export function sectorRead(value: unknown, path: string): Sector {
  const wrong = (sentence: string): CommandError =>
    new CommandError('sector-invalid', `${path}: ${sentence}; write it as npm run phantom does.`);
  if (typeof value !== 'object' || value === null) throw wrong('"sector" is missing');
  const fields = value as Fields;
  const number = (from: Fields, name: string, least: number): number => {
    const given = from[name];
    if (typeof given === 'number' && Number.isFinite(given) && given > least) return given;
    throw wrong(`"${name}" of the sector is not a number${least === 0 ? ' above 0' : ''}`);
  };
  const { originPx } = fields;
  if (typeof originPx !== 'object' || originPx === null) throw wrong('"originPx" of the sector is missing');
  const anywhere = Number.NEGATIVE_INFINITY;
  const common = {
    mmPerPx: number(fields, 'mmPerPx', 0),
    originPx: {
      x: number(originPx as Fields, 'x', anywhere),
      y: number(originPx as Fields, 'y', anywhere),
    },
    depthMm: number(fields, 'depthMm', 0),
  };
  if (fields.kind === 'linear') return { kind: 'linear', ...common, widthMm: number(fields, 'widthMm', 0) };
  if (fields.kind !== 'convex') throw wrong('"kind" of the sector is neither "convex" nor "linear"');
  const angleRad = number(fields, 'angleRad', 0);
  if (angleRad > LARGEST_ANGLE_RAD) throw wrong('"angleRad" of the sector is more than a full turn');
  return { kind: 'convex', ...common, radiusMm: number(fields, 'radiusMm', 0), angleRad };
}
