import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordingRead } from '../../../src/cli/sector/recording-read.ts';
import { recordingSector } from '../../../src/cli/sector/recording-sector.ts';
import type { Sector } from '../../../src/domain/geometry/sector.ts';
import { type RecordedClip, recordedClips } from '../../support/recorded-clips.ts';
import { repetitions } from '../../support/repetitions.ts';
import { outlineDistance } from './outline-distance.ts';

const RECORDED = recordedClips(repetitions(2, 100));
const SHARED = new URL('../../../../shared/lus/', import.meta.url).pathname;
const isDecodable = existsSync(SHARED) && spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0;

function sectorOf({ width, height, ...reference }: RecordedClip): Sector {
  const originPx = { x: reference.originX * width, y: reference.originY * height };
  const shared = { mmPerPx: 1, originPx, depthMm: reference.depth * height };
  return reference.kind === 'linear'
    ? { kind: 'linear', ...shared, widthMm: (reference.widthShare ?? 1) * width }
    : {
        kind: 'convex',
        ...shared,
        radiusMm: (reference.radius ?? 0) * height,
        angleRad: ((reference.angleDeg ?? 0) * Math.PI) / 180,
      };
}

describe(`the sector of ${RECORDED.length} recorded clips, set by hand (skipped where they are not at hand)`, () => {
  const distances = new Map<string, number>();

  it.skipIf(!isDecodable).each(RECORDED)('$file', async (reference) => {
    const { sector } = recordingSector(await recordingRead(`${SHARED}${reference.file}`));
    distances.set(reference.file, outlineDistance(sector, sectorOf(reference), reference));
    expect(sector.kind).toBe(reference.kind);
    expect(distances.get(reference.file)).toBeLessThan(0.08);
  });

  it.skipIf(!isDecodable)('is found within 3 % of the image on at least 90 % of them', () => {
    expect(distances.size).toBe(RECORDED.length);
    const far = [...distances].filter(([, distance]) => distance > 0.03);
    console.log(
      `${distances.size - far.length} of ${distances.size} within 3 %; not: ${JSON.stringify(far)}`,
    );
    expect(far.length).toBeLessThanOrEqual(0.1 * distances.size);
  });
});
