import type { OpeningProgress } from '../../adapters/clip/clip-opening.ts';

/** How far opening a file has come, in words and as a share of 0-1. */
export function openingText({ step, done, all }: OpeningProgress): {
  readonly text: string;
  readonly share: number;
} {
  const share = all === 0 ? 0 : Math.min(1, done / all);
  const percent = `${Math.floor(100 * share)} %`;
  const text = {
    sorting: `Looking through the files: ${percent}`,
    unpacking: `Unpacking: ${percent}`,
    reading: `Looking for the ultrasound image: ${percent}`,
    looking: `Looking at clip ${Math.min(all, done + 1)} of ${all}`,
  }[step];
  return { text, share };
}
