import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../domain/frame/input-error.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { sectorFind } from '../../domain/geometry/sector-find.ts';
import { sectorWithDepth } from '../../domain/geometry/sector-scale.ts';
import { cacheRead, cacheWrite } from './cache.ts';
import type { ClipFrames } from './clip-frames.ts';

const GEOMETRY_FOLDER = fileURLToPath(new URL('../../domain/geometry/', import.meta.url));

let geometryHash: string | null = null;

/** Of the sector finder's own sources: what it found is remembered only as long as it would find it again. */
function geometryVersion(): string {
  if (geometryHash === null) {
    const hash = createHash('sha256');
    for (const name of readdirSync(GEOMETRY_FOLDER).sort())
      hash.update(readFileSync(join(GEOMETRY_FOLDER, name)));
    geometryHash = hash.digest('hex').slice(0, 16);
  }
  return geometryHash;
}

/**
 * The sector of a recording by the product's own finder. `key` names the recording for the cache; null for none.
 * @throws InputError `sector-missing`.
 */
export function clipSector(frames: ClipFrames, depthMm: number | null, key: string | null): Sector {
  const found = key === null ? sectorSearch(frames) : sectorRemembered(frames, key);
  if (found === null) {
    throw new InputError('sector-missing', 'No ultrasound image is found in it.');
  }
  return depthMm === null ? found : sectorWithDepth(found, depthMm);
}

function sectorSearch({ width, height, greys, searched }: ClipFrames): Sector | null {
  const images = searched.map((place) => greys.get(place)!);
  return sectorFind(images, width, height)?.sector ?? null;
}

function sectorRemembered(frames: ClipFrames, key: string): Sector | null {
  const name = `${key}.${geometryVersion()}.sector.json`;
  const known = cacheRead(name, (bytes) => ({
    sector: JSON.parse(bytes.toString('utf8')) as Sector | null,
  }));
  if (known !== null) return known.sector;
  const sector = sectorSearch(frames);
  cacheWrite(name, JSON.stringify(sector));
  return sector;
}
