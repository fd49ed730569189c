import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { legendSay } from '../../cli/shared/colour.ts';
import { contactSheet } from '../../cli/shared/contact-sheet.ts';
import { picturePng } from '../../cli/shared/picture.ts';
import { countOfClip, type ReadClip, readoutOfClip } from './figures.ts';

const PER_SHEET = 30;
const COLUMNS = 6;

/**
 * Writes contact sheets, 30 recordings to a sheet: the middle image, and below it the same with what the network
 * says; and beside each sheet a text that names them row by row. For looking at, never for publishing.
 * @returns the paths of the sheets
 */
export function sheetsWrite(folder: string, clips: readonly ReadClip[]): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const paths: string[] = [];
  for (let from = 0; from < clips.length; from += PER_SHEET) {
    const part = clips.slice(from, from + PER_SHEET);
    const name = join(folder, `sheet-${String(from / PER_SHEET + 1).padStart(2, '0')}`);
    const sheet = contactSheet(
      part.map(({ reading }) => reading.picture),
      COLUMNS,
    );
    writeFileSync(`${name}.png`, picturePng(sheet));
    const lines = part.map(
      (clip, at) => `row ${Math.floor(at / COLUMNS) + 1}, column ${(at % COLUMNS) + 1}: ${clipSay(clip)}`,
    );
    writeFileSync(`${name}.txt`, `${[legendSay(), ...lines].join('\n')}\n`);
    paths.push(`${name}.png`);
  }
  return paths;
}

function clipSay({ entry, reading }: ReadClip): string {
  const { severity, aLines, bLines } = entry.labels;
  const sign = (seen: boolean | null): string => (seen === null ? '?' : seen ? 'yes' : 'no');
  const readout = readoutOfClip(reading);
  return `${entry.file} | severity ${severity ?? '?'}, A-lines ${sign(aLines)} (score ${readout.aLines.toFixed(2)}), B-lines ${sign(bLines)} (score ${readout.bLines.toFixed(2)}), BLAS ${readout.blas.toFixed(2)}`;
}

/** Facts that `--out` keeps of every recording, for looking closer: labels, readout, and the figures that it goes by. */
export function videosJson(clips: readonly ReadClip[]): readonly object[] {
  return clips.map(({ entry, reading }) => ({
    file: entry.file,
    kind: entry.kind,
    patient: entry.cluster,
    labels: entry.labels,
    sector: reading.sectorKind,
    images: reading.images,
    readout: readoutOfClip(reading),
    pleura_images: reading.pleuraImages,
    count: countOfClip(reading),
    space_lines: reading.spaceLines,
    terms: reading.terms,
    shown: reading.shown,
  }));
}
