import type { ImageLayers } from '../../../domain/scan/image-layers.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { Exam, ExamScanner } from '../exam.ts';
import { examTurned } from './exam-turned.ts';
import { lungLayered } from './lung-layered.ts';
import { wallLayered } from './wall-layered.ts';

/** Width of a linear probe's face, mm. */
const LINEAR_MM = 46;
const CONVEX = { radiusMm: 55, angleRad: 1.1 } as const;

function probeLayered(
  probe: Probe,
  { probe: kind = probe.kind, depthMm = probe.depthMm }: ImageLayers,
): Probe {
  if (kind === probe.kind) return { ...probe, depthMm };
  return kind === 'linear' ? { kind, widthMm: LINEAR_MM, depthMm } : { kind, ...CONVEX, depthMm };
}

/** A pulse has as many cycles at every frequency: the higher that is, the shorter they are. */
function scannerLayered(scanner: ExamScanner, { frequencyMhz }: ImageLayers): ExamScanner {
  if (frequencyMhz === undefined) return scanner;
  const pulseMm = (scanner.pulseMm * scanner.frequencyMhz) / frequencyMhz;
  return { ...scanner, frequencyMhz, pulseMm };
}

/**
 * The exam with layers left out, put in or scaled; person, breath and hand stay the same. Without any layer it is the
 * exam itself. The gain is no part of an exam (see `phantomLayered`).
 */
export function examLayered(exam: Exam, layers: ImageLayers): Exam {
  const made: Exam = {
    ...exam,
    probe: probeLayered(exam.probe, layers),
    scanner: scannerLayered(exam.scanner, layers),
    wall: wallLayered(exam.wall, layers),
    lung: lungLayered(exam, layers),
  };
  return layers.isTurned ? examTurned(made) : made;
}
