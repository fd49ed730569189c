import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheRead, cacheWrite } from '../../cli/shared/cache.ts';
import type { ClipFrames } from '../../cli/shared/clip-frames.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { sectorWithDepth } from '../../domain/geometry/sector-scale.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { sectorFind } from '../../sector/sector-find.ts';

const SECTOR_FOLDER = fileURLToPath(new URL('../../sector/', import.meta.url));

let sectorHash: string | null = null;

/** Of the sector finder's own sources: what it found is remembered only as long as it would find it again. */
function sectorVersion(): string {
  if (sectorHash === null) {
    const hash = createHash('sha256');
    for (const name of readdirSync(SECTOR_FOLDER).sort())
      hash.update(readFileSync(join(SECTOR_FOLDER, name)));
    sectorHash = hash.digest('hex').slice(0, 16);
  }
  return sectorHash;
}

/**
 * The sector of a recording by the product's own finder. `key` names the recording for the cache; null for none.
 * @throws InputError `sector-missing`.
 */
export function clipSector(frames: ClipFrames, depthMm: number | null, key: string | null): Sector {
  const found = key === null ? sectorSearch(frames) : sectorRemembered(frames, key);
  if (found === null) {
    throw new InputError('sector-missing', { code: 'english', text: 'No ultrasound image is found in it.' });
  }
  return depthMm === null ? found : sectorWithDepth(found, depthMm);
}

function sectorSearch({ width, height, greys, searched }: ClipFrames): Sector | null {
  const images = searched.map((place) => greys.get(place)!);
  return sectorFind(images, width, height)?.sector ?? null;
}

function sectorRemembered(frames: ClipFrames, key: string): Sector | null {
  const name = `${key}.${sectorVersion()}.sector.json`;
  const known = cacheRead(name, (bytes) => ({
    sector: JSON.parse(bytes.toString('utf8')) as Sector | null,
  }));
  if (known !== null) return known.sector;
  const sector = sectorSearch(frames);
  cacheWrite(name, JSON.stringify(sector));
  return sector;
}
