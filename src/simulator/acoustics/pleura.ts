import type { EchoLine } from './echo-line.ts';
import { pulseAdd, pulseSigma } from './pulse.ts';
import type { Scene } from './scene.ts';

/** Share of the pleura's amplitude that aerated lung sends back: under fluid a bright mirror, under airless lung a ragged edge. */
const SURFACE_SHARE = { pleural_effusion: 0.5, consolidation: 0.18 } as const;

/** The pleural line. */
export function pleuraAdd(scene: Scene, { line, re, pleura, pleuraGain }: EchoLine): void {
  const { grid, media, echoes } = scene;
  const tail = media.pleuraTailMm / grid.stepMm;
  pulseAdd(re, pleura, pulseSigma(scene) * 1.2, tail, echoes.pleura[line]! * pleuraGain);
}

/** The surface of what lies under fluid or airless lung. */
export function lungSurfaceAdd(scene: Scene, echoLine: EchoLine): void {
  const { line, re, surface, pleuraGain, isFilled, soft } = echoLine;
  if (!isFilled) return;
  const { grid, media, lines, echoes } = scene;
  const share = SURFACE_SHARE[media.filling?.kind ?? 'pleural_effusion'];
  const amplitude = echoes.pleura[line]! * pleuraGain * share * lines.surfaceFacing[line]!;
  pulseAdd(re, surface, pulseSigma(scene) * 1.3 + 0.4 * soft, 0.6 / grid.stepMm, amplitude);
}
