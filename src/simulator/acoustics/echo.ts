import { boneAdd } from './bone.ts';
import { lineDetect } from './detection.ts';
import { eLinesAdd, gasMapsFill } from './e-line.ts';
import type { EchoBuffers } from './echo-buffers.ts';
import { echoLineAt } from './echo-line.ts';
import { lungLineRead, lungShiftAt } from './lung-echo.ts';
import { organFrontsAdd } from './organ.ts';
import { lungSurfaceAdd, pleuraAdd } from './pleura.ts';
import { aLinesAdd, wallMirrorAdd } from './reverberation.ts';
import { ringMapsFill } from './ring-maps.ts';
import type { LineRun } from './run.ts';
import type { Scene } from './scene.ts';
import { shadowsCast } from './shadow.ts';
import { streaksAdd } from './streaks.ts';
import { wallLineRead, wallShiftAt } from './wall-echo.ts';

/** Writes the maps of ring-down and of gas: of the echo of a scene its labels need no more. */
export function echoMapsFill(scene: Scene, range: LineRun, buffers: EchoBuffers): void {
  ringMapsFill(scene, range, buffers.rings);
  gasMapsFill(scene, buffers);
}

/**
 * Computes the power of the echo at every sample of every scan line into `buffers.power`: a complex sum of
 * speckle, mirror-like echoes and noise, so that they interfere as echoes do. Of `range` alone where one is given;
 * the other scan lines keep what they had.
 * @param noiseIndex tells the noise of one image from that of another
 */
export function echoRender(
  scene: Scene,
  noiseIndex: number,
  buffers: EchoBuffers,
  range: LineRun = { from: 0, to: scene.grid.lines - 1 },
): void {
  echoMapsFill(scene, range, buffers);
  const wallShift = wallShiftAt(scene);
  const lungShift = lungShiftAt(scene);
  for (let line = range.from; line <= range.to; line++) {
    const echoLine = echoLineAt(scene, line, buffers);
    wallLineRead(scene, wallShift, echoLine);
    lungLineRead(scene, lungShift, buffers, echoLine);
    wallMirrorAdd(scene, buffers, echoLine);
    aLinesAdd(scene, buffers, echoLine);
    streaksAdd(scene, echoLine);
    pleuraAdd(scene, echoLine);
    lungSurfaceAdd(scene, echoLine);
    organFrontsAdd(scene, echoLine);
    shadowsCast(scene, buffers, echoLine);
    // Ribs show their front above their shadow, and E-lines ring in the wall above both.
    boneAdd(scene, lungShift, buffers, echoLine);
    eLinesAdd(scene, lungShift, buffers, echoLine);
    lineDetect(scene, noiseIndex, echoLine, buffers.power);
  }
}
