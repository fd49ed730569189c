import { powerFromDb } from '../../domain/numbers/portable-math.ts';
import type { PolarGrid } from '../acoustics/grid.ts';
import type { DepthLevels } from '../acoustics/levels.ts';
import type { Media } from '../acoustics/media.ts';
import type { Scene } from '../acoustics/scene.ts';
import type { SpeckleField } from '../acoustics/speckle.ts';
import { type ExamAnatomy, type LineAnatomy, lineAnatomyFill, momentAt } from './anatomy.ts';
import type { Exam } from './exam.ts';
import { lineEchoesAt } from './exam-echoes.ts';
import { ringDownsAt } from './exam-rings.ts';

export function examMedia({ wall, lung }: Exam): Media {
  return {
    pleuralDepthMm: wall.pleuralDepthMm,
    absorptionDbCmMhz: wall.absorptionDbCmMhz,
    muscleDb: wall.muscleDb,
    pleuraTailMm: lung.pleuraTailMm,
    hazeDb: lung.hazeDb,
    hazeLossDbMm: lung.hazeLossDbMm,
    mirrorDb: lung.mirrorDb,
    filling: lung.layer,
    organ: lung.organ,
  };
}

/** Per sample: share of the power that the operator's gain leaves. */
export function examGain({ scanner }: Exam, { samples }: PolarGrid): Float32Array {
  return Float32Array.from({ length: samples }, (_, k) => powerFromDb((-scanner.fadeDb * k) / samples));
}

/** All of an exam that its moments have in common. */
export interface ExamStill {
  readonly anatomy: ExamAnatomy;
  readonly levels: DepthLevels;
  readonly media: Media;
  readonly wall: SpeckleField;
  readonly lung: SpeckleField;
  /** Working memory: the scan lines of the scene made last. */
  readonly lines: LineAnatomy;
}

/** The scene of an exam at a time since its beginning; it holds until the next one is made. */
export function examSceneAt(still: ExamStill, timeMs: number): Scene {
  const { anatomy, levels, media, wall, lung, lines } = still;
  const { exam, grid } = anatomy;
  const moment = momentAt(anatomy, timeMs);
  lineAnatomyFill(anatomy, moment, lines);
  return {
    grid,
    traits: exam.scanner,
    levels,
    media,
    lines,
    echoes: lineEchoesAt(anatomy, lines),
    rings: ringDownsAt(anatomy, lines, moment),
    eLines: exam.lung.eLines,
    streaks: exam.lung.streaks,
    wall,
    lung,
    displacement: moment,
    timeS: moment.timeS,
  };
}
