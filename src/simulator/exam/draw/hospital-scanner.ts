import { exp } from '../../../domain/numbers/portable-math.ts';
import { type Random, randomBell, randomBetween } from '../../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ChestWall, ExamScanner, Lung } from '../exam.ts';
import { clamp } from './bands.ts';
import { type Device, TRAINER } from './varied-exam.ts';

/**
 * A scanner whose grey map has a soft toe (its dark tones are drawn together, few are lost in black) and whose display
 * filters speckle; a finer beam and pulse make up for what that filter blurs. Ranges are those in which facts of
 * recorded clips lie (`npm run phantom:stats`).
 */
function scannerDraw(random: Random, request: PhantomRequest, probe: Probe): ExamScanner {
  const drawn = TRAINER.scanner(random, request, probe);
  const medianGrey = clamp(22 * exp(0.5 * randomBell(random)), 3, 55);
  return {
    ...drawn,
    pulseMm: 0.75 * drawn.pulseMm,
    beamLines: 0.75 * drawn.beamLines,
    clutterDb: drawn.clutterDb - 5,
    smoothing: 0.3 * drawn.smoothing,
    axialSmoothing: 0.3 * drawn.axialSmoothing,
    looks: 4,
    speckleExponent: Math.min(0.8, drawn.speckleExponent),
    speckleFilter: randomBetween(random, 0.2, 0.6),
    medianGrey,
    brightGrey: medianGrey + randomBetween(random, 72, 108),
    gamma: randomBetween(random, 1.7, 2.4),
  };
}

/** A curved probe as hospitals have for bellies and lungs, and about the depth that recorded clips have. */
function probeDraw(
  random: Random,
  request: PhantomRequest,
  kind: Probe['kind'],
  pleuralDepthMm: number,
): Probe {
  const drawn = TRAINER.probe(random, request, kind, pleuralDepthMm);
  if (drawn.kind === 'linear') return drawn;
  const depthMm = Math.max(pleuralDepthMm * 1.7, clamp(122 + 18 * randomBell(random), 80, 200));
  return {
    ...drawn,
    radiusMm: clamp(60 + 2.5 * randomBell(random), 50, 66),
    depthMm: clamp(request.depthMm ?? depthMm, 60, 200),
  };
}

/** Fasciae, skin and bone stand out less than other exams have them. */
function wallSoften(wall: ChestWall): ChestWall {
  return { ...wall, fibreDb: 0.3 * wall.fibreDb, skinDb: 0.2 * wall.skinDb, ribDb: wall.ribDb - 3 };
}

/** The haze under the pleura fades a little faster, and A-lines are more uneven. */
function lungSoften(lung: Lung): Lung {
  return {
    ...lung,
    aLineUnevenDb: lung.aLineUnevenDb + 1,
    hazeLossDbMm: lung.hazeLossDbMm + 0.04,
  };
}

/** Machines whose images come nearest to recorded clips; people and findings are the trainer's, drawn anew. */
export const HOSPITAL: Device = {
  ...TRAINER,
  streams: { train: 7000, test: 8000 },
  probe: probeDraw,
  scanner: scannerDraw,
  wall: (...asked) => wallSoften(TRAINER.wall(...asked)),
  lung: (...asked) => lungSoften(TRAINER.lung(...asked)),
};
