import type { ImageLayers } from '../../../domain/scan/image-layers.ts';
import type { ChestWall } from '../exam.ts';

/** Nothing of it is left, dB. */
const SILENT_DB = -300;
/** Added to the loudest fasciae at most, dB. */
const FASCIAE_DB = 14;

function fibreDbOf(drawnDb: number, share: number): number {
  if (share <= 0) return 10 * SILENT_DB;
  return share <= 1 ? drawnDb - 30 * (1 - share) : drawnDb + FASCIAE_DB * (share - 1);
}

export function wallLayered(wall: ChestWall, layers: ImageLayers): ChestWall {
  const { tissue = true, fasciae, ribs = true, shadowDb = wall.ribShadowDb } = layers;
  return {
    ...wall,
    ...(tissue ? {} : { fatDb: SILENT_DB, muscleDb: SILENT_DB, skinDb: SILENT_DB }),
    ...(fasciae === undefined ? {} : { fibreDb: fibreDbOf(wall.fibreDb, fasciae) }),
    ribs: ribs ? wall.ribs : [],
    ribShadowDb: shadowDb,
  };
}
