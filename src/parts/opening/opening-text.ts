import type { OpeningProgress } from '../../adapters/clip/clip-opening.ts';
import { say } from '../../ui/words/say.ts';

/** How far opening a file has come, in words and as a share of 0-1. */
export function openingText({ step, done, all }: OpeningProgress): {
  readonly text: string;
  readonly share: number;
} {
  const share = all === 0 ? 0 : Math.min(1, done / all);
  const text =
    step === 'looking'
      ? say('opening.looking', { clip: Math.min(all, done + 1), clips: all })
      : say(`opening.${step}`, { percent: Math.floor(100 * share) });
  return { text, share };
}
