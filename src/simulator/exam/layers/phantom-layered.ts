import type { ImageLayers } from '../../../domain/scan/image-layers.ts';
import { echoBuffersCreate } from '../../acoustics/echo-buffers.ts';
import { type Exposure, exposureSet } from '../../acoustics/exposure.ts';
import { gridCreate } from '../../acoustics/grid.ts';
import { levelsCreate } from '../../acoustics/levels.ts';
import { anatomyCreate, lineAnatomyCreate } from '../anatomy.ts';
import type { Exam } from '../exam.ts';
import { examGain, examMedia } from '../exam-scene.ts';
import type { Phantom } from '../phantom.ts';
import { lungCreate, wallCreate } from '../tissue.ts';
import { examLayered } from './exam-layered.ts';

/** Whether two small descriptions say the same. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Texture is dear to make and hangs on little of an exam: ribs, for one, lie over it. */
function wallIsSame({ wall: one, probe, scanner }: Exam, other: Exam): boolean {
  return isSame(
    [probe, scanner, { ...one, ribs: [], ribShadowDb: 0 }],
    [other.probe, other.scanner, { ...other.wall, ribs: [], ribShadowDb: 0 }],
  );
}

function hasGasShown({ lung }: Exam): boolean {
  return lung.eLines.length > 0;
}

function exposureLayered({ floorDb, rangeDb, gamma }: Exposure, gainDb: number): Exposure {
  return exposureSet(floorDb - gainDb, rangeDb, gamma);
}

/**
 * The phantom with layers left out, put in or scaled. Grey levels stay those of the whole image, so that what is left
 * out makes nothing else brighter. Without any layer its images are those of `base`, byte for byte.
 *
 * It shares working memory with `base` and `before`: use them from one place, and of `base` and its layered ones only
 * the last.
 * @param before the one that was shown last, whose texture is kept where it is the same
 */
export function phantomLayered(base: Phantom, layers: ImageLayers, before: Phantom = base): Phantom {
  const exam = examLayered(base.exam, layers);
  const isGrid = isSame(exam.probe, before.exam.probe);
  const grid = isGrid ? before.grid : gridCreate(exam.probe);
  const anatomy = anatomyCreate(exam, grid);
  const media = examMedia(exam);
  const hasGas = hasGasShown(exam);
  const { gainDb = 0 } = layers;
  return {
    exam,
    grid,
    anatomy,
    media,
    levels: levelsCreate(grid, exam.scanner, media, exam.seed, examGain(exam, grid)),
    wall: wallIsSame(exam, before.exam) ? before.wall : wallCreate(anatomy),
    lung: isGrid && isSame(exam.scanner, before.exam.scanner) ? before.lung : lungCreate(anatomy),
    lines: lineAnatomyCreate(grid.lines, exam.lung.organ?.layers.length ?? 0),
    buffers:
      hasGas === hasGasShown(before.exam)
        ? before.buffers
        : echoBuffersCreate(grid.lines, grid.samples, hasGas),
    exposure: gainDb === 0 ? base.exposure : exposureLayered(base.exposure, gainDb),
    recent: new Map(),
    conversions: isGrid ? before.conversions : new Map(),
  };
}
