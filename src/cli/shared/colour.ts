import { FINDINGS } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import { say } from '../../ui/words/say.ts';

type Rgb = readonly [red: number, green: number, blue: number];

function rgbRead(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Red, green and blue (0-255) of every mask value; the background is black. */
export const CLASS_RGB: readonly Rgb[] = FINDINGS.map((finding) =>
  finding === 'background' ? [0, 0, 0] : rgbRead(FINDING_LOOKS[finding].colour),
);

/** One line that says which colour stands for which class. */
export function legendSay(): string {
  return FINDINGS.flatMap((finding) =>
    finding === 'background'
      ? []
      : `${say(`findings.${finding}.colour`)}: ${say(`findings.${finding}.label`)}`,
  ).join(', ');
}
