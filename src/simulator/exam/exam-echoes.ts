import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import { A_LINES, type LineEchoes, lineEchoesCreate } from '../acoustics/line-echoes.ts';
import { valueNoiseAt } from '../acoustics/value-noise.ts';
import type { ExamAnatomy, LineAnatomy } from './anatomy.ts';

/** The named echoes of an exam's scan lines at one moment. */
export function lineEchoesAt(anatomy: ExamAnatomy, lines: LineAnatomy): LineEchoes {
  const { exam, grid } = anatomy;
  const { lung, wall } = exam;
  const echoes = lineEchoesCreate(grid.lines);
  const { pleura, rib, haze, aLines } = echoes;
  const ribAmplitude = amplitudeFromDb(wall.ribDb);
  for (let line = 0; line < grid.lines; line++) {
    const along = lines.alongLungMm[line]!;
    const slope = lines.slope[line]!;
    const uneven = valueNoiseAt(anatomy.pleuraUneven, along + 250) * lung.pleuraUnevenDb;
    const facing = exp(-2.2 * slope * slope);
    // Bone destroys the wavefront that a mirror needs: behind a rib the pleura fades twice over.
    const coherent = lines.passes[line]!;
    const covered = lines.lungMm[line]! - lines.pleuraMm[line]! > 0;
    const aerated = 1 - lines.organ[line]!;
    pleura[line] = amplitudeFromDb(lung.pleuraDb + uneven) * facing * coherent * (covered ? 1 : aerated);
    rib[line] = ribAmplitude * lines.ribFacing[line]!;
    haze[line] = amplitudeFromDb(2 * lung.hazeUnevenDb * valueNoiseAt(anatomy.hazeUneven, along + 600));
    const lean = slope / lung.aLineTilt;
    for (let i = 0; i < A_LINES; i++) {
      const bounces = i + 1;
      const level =
        lung.pleuraDb +
        0.5 * uneven -
        bounces * lung.aLineLossDb +
        lung.aLineUnevenDb * valueNoiseAt(anatomy.aLineUneven[i]!, along * 0.6 + lines.pleuraMm[line]! + 150);
      aLines[i]![line] = covered
        ? 0
        : amplitudeFromDb(level) * exp(-bounces * lean * lean) * coherent * aerated;
    }
  }
  return echoes;
}
