import { exp, powerFromDb } from '../../domain/numbers/portable-math.ts';
import type { EchoBuffers, GasShadow } from './echo-buffers.ts';
import type { EchoLine } from './echo-line.ts';
import { gridArc, gridLineAt } from './grid.ts';
import { type LungShift, lungFieldLine } from './lung-echo.ts';
import type { ELine, Scene } from './scene.ts';

/** The scan lines that an E-line lies on, and its share of power on each; it stays with the chest wall. */
interface ELineReach {
  readonly from: number;
  readonly to: number;
  readonly acrossOf: (line: number) => number;
}

function eLineReach({ grid, displacement }: Scene, source: ELine): ELineReach {
  const arc = gridArc(grid, source.fromMm);
  const middle = gridLineAt(grid, (source.xMm + displacement.wallMm) / arc);
  const sigma = Math.max(0.7, source.halfWidthMm / (arc * grid.placeStep));
  return {
    from: Math.max(0, Math.ceil(middle - 3 * sigma)),
    to: Math.min(grid.lines - 1, Math.floor(middle + 3 * sigma)),
    acrossOf: (line) => {
      const off = (line - middle) / sigma;
      return exp(-0.5 * off * off);
    },
  };
}

/** Writes the power of all E-lines (line-major, `lines * samples`). */
function eLinesFill(scene: Scene, out: Float32Array): void {
  const { grid } = scene;
  out.fill(0);
  for (const source of scene.eLines) {
    const reach = eLineReach(scene, source);
    const from = Math.max(0, Math.ceil(source.fromMm / grid.stepMm));
    for (let line = reach.from; line <= reach.to; line++) {
      const across = reach.acrossOf(line);
      for (let k = from; k < grid.samples; k++) {
        const below = (k - from) * grid.stepMm;
        const at = line * grid.samples + k;
        out[at] = out[at]! + across * powerFromDb(source.levelDb - source.lossDbMm * below);
      }
    }
  }
}

/** Gas in the wall sends nearly all sound back: what lies under it is heard as much less as it rings louder. */
function eLinesShade(scene: Scene, out: GasShadow): void {
  out.passes.fill(1);
  out.fromMm.fill(Number.POSITIVE_INFINITY);
  for (const source of scene.eLines) {
    const { from, to, acrossOf } = eLineReach(scene, source);
    for (let line = from; line <= to; line++) {
      const passes = 1 / (1 + 2 * acrossOf(line) * powerFromDb(source.levelDb));
      out.passes[line] = out.passes[line]! * passes;
      out.fromMm[line] = Math.min(out.fromMm[line]!, source.fromMm);
    }
  }
}

/** Writes the power of E-lines and the shadow of their gas; a scene without any needs neither. */
export function gasMapsFill(scene: Scene, { eLines, gas }: EchoBuffers): void {
  if (scene.eLines.length === 0) return;
  eLinesFill(scene, eLines);
  eLinesShade(scene, gas);
}

/** E-lines ring in the wall, above ribs and pleura: neither hides them. */
export function eLinesAdd(
  { grid, levels, lung, eLines }: Scene,
  shift: LungShift,
  buffers: EchoBuffers,
  { line, re, im, pleuraFirst }: EchoLine,
): void {
  if (eLines.length === 0) return;
  const { samples } = grid;
  const { echo } = lung;
  const base = lungFieldLine(shift, line) * samples;
  for (let k = 0; k < samples; k++) {
    const amplitude =
      Math.sqrt(buffers.eLines[line * samples + k]!) *
      levels.wallGain[Math.min(k, pleuraFirst, samples - 1)]!;
    if (amplitude === 0) continue;
    const a = 2 * (base + k);
    re[k] = re[k]! + amplitude * echo[a]!;
    im[k] = im[k]! + amplitude * echo[a + 1]!;
  }
}
