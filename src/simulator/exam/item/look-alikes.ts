import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { KeyFinding } from '../../../domain/grading/grade.ts';
import { halfView } from '../draw/view.ts';
import type { Phantom } from '../phantom.ts';
import { wallFibres } from '../tissue.ts';

/** Shorter or steeper ones are not taken for a reverberation. */
const LINE_MM = 10;
const LINE_SLOPE = 0.2;

/** A fascia stands out of muscle by so much, dB, where it is as loud as the muscle's mean or more. */
const FASCIA_DB = 6;

/** Lines of the chest wall under the skin, long, level and loud enough to be taken for a pleural line or an A-line. */
function fasciae({ anatomy, exam }: Phantom): number {
  const { wall, probe } = exam;
  const half = halfView(probe, wall.pleuralDepthMm);
  return wallFibres(anatomy).filter(
    ({ depthMm, fromMm, toMm, slope, levelDb }) =>
      depthMm > wall.skinMm &&
      Math.min(toMm, half) - Math.max(fromMm, -half) >= LINE_MM &&
      Math.abs(slope) <= LINE_SLOPE &&
      levelDb >= wall.muscleDb + FASCIA_DB,
  ).length;
}

/** Bright streaks under the pleura, as long and as level. */
function streaks({ exam: { lung, wall, probe } }: Phantom): number {
  const half = halfView(probe, wall.pleuralDepthMm);
  return lung.streaks.filter(
    ({ isInLayer, xMm, lengthMm, slope, belowMm }) =>
      !isInLayer &&
      Math.abs(slope) <= LINE_SLOPE &&
      Math.min(xMm + lengthMm, half) - Math.max(xMm, -half) >= LINE_MM &&
      wall.pleuralDepthMm + belowMm < probe.depthMm,
  ).length;
}

/** Comet tails and Z-lines, which end early, and E-lines, which begin above the pleura. */
function ringDowns({ exam: { lung, wall, probe } }: Phantom): number {
  const half = halfView(probe, wall.pleuralDepthMm);
  const isInView = ({ xMm }: { readonly xMm: number }): boolean => Math.abs(xMm) < half;
  return (
    lung.bLines.filter((line) => line.kind === 'comet_tail' && isInView(line)).length +
    lung.eLines.filter(isInView).length
  );
}

/**
 * How many things in view can be taken for a finding, as the exam knows them: for a pleural line fasciae and A-lines, for
 * an A-line fasciae and streaks, for a B-line comet tails, Z- and E-lines, for a confluence single B-lines, for an effusion a
 * consolidation and the reverse. Nothing is taken for a rib.
 * @param findings those of the truth
 */
export function lookAlikes(
  phantom: Phantom,
  findings: readonly KeyFinding[],
  finding: MarkableFinding,
): number {
  const shown = (other: MarkableFinding): number =>
    findings.filter((one) => one.finding === other && one.standing !== 'neutral').length;
  switch (finding) {
    case 'rib':
      return 0;
    case 'pleural_line':
      return fasciae(phantom) + shown('a_line');
    case 'a_line':
      return fasciae(phantom) + streaks(phantom);
    case 'b_line':
      return ringDowns(phantom);
    case 'b_line_confluence':
      return shown('b_line');
    case 'pleural_effusion':
      return shown('consolidation');
    case 'consolidation':
      return shown('pleural_effusion');
  }
}
