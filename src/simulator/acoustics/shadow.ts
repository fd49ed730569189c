import type { EchoBuffers } from './echo-buffers.ts';
import type { EchoLine } from './echo-line.ts';
import type { Scene } from './scene.ts';

/** Takes from all that lies deeper than `fromMm` but a share of its amplitude. */
function shadowCast({ re, im }: EchoLine, stepMm: number, fromMm: number, passes: number): void {
  for (let k = Math.max(0, Math.ceil(fromMm / stepMm)); k < re.length; k++) {
    re[k] = re[k]! * passes;
    im[k] = im[k]! * passes;
  }
}

/** The shadows of gas in the chest wall and of ribs. */
export function shadowsCast({ grid, lines }: Scene, { gas }: EchoBuffers, echoLine: EchoLine): void {
  const { line } = echoLine;
  shadowCast(echoLine, grid.stepMm, gas.fromMm[line]!, gas.passes[line]!);
  shadowCast(echoLine, grid.stepMm, lines.shadowFromMm[line]!, lines.passes[line]!);
}
