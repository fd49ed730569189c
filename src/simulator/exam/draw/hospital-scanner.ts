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
    speckleFilter: randomBetween(random, 0.1, 0.6),
    medianGrey,
    brightGrey: medianGrey + randomBetween(random, 72, 108),
    gamma: randomBetween(random, 1.7, 2.4),
  };
}

/** Fasciae, skin and bone stand out less than other exams have them. */
function wallSoften(wall: ChestWall): ChestWall {
  return { ...wall, fibreDb: 0.4 * wall.fibreDb, skinDb: 0.7 * wall.skinDb, ribDb: wall.ribDb - 3 };
}

/** So does the pleura; the haze under it fades a little faster. */
function lungSoften(lung: Lung): Lung {
  return {
    ...lung,
    pleuraDb: lung.pleuraDb - 6,
    aLineUnevenDb: lung.aLineUnevenDb + 1,
    hazeLossDbMm: lung.hazeLossDbMm + 0.04,
  };
}

/** Machines whose images come nearest to recorded clips; people, probes and findings are the trainer's, drawn anew. */
export const HOSPITAL: Device = {
  ...TRAINER,
  streams: { train: 7000, test: 8000 },
  scanner: scannerDraw,
  wall: (...asked) => wallSoften(TRAINER.wall(...asked)),
  lung: (...asked) => lungSoften(TRAINER.lung(...asked)),
};
