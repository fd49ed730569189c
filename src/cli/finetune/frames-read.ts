import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { sectorFind } from '../../sector/sector-find.ts';
import type { GreyPicture } from '../segment/pgm-read.ts';
import { pngRead } from '../segment/png-read.ts';
import { CommandError } from '../shared/command.ts';
import { errorText } from '../shared/error-text.ts';
import { maskRead } from './mask-read.ts';
import { sectorRead } from './sector-read.ts';

/** A frame of a person's own, with what it truly shows. */
export interface LabelledFrame {
  readonly name: string;
  readonly frame: Frame;
  readonly mask: Mask;
  /** The exam that it is of; its own name where nothing says so. */
  readonly exam: string;
}

const MASK_ENDING = '-mask.png';

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new CommandError(
      'folder-unreadable',
      `${folder} is no folder that can be read; name one with frames.`,
    );
  }
}

/** Names the file in errors of its bytes. */
function fileRead<Read>(path: string, read: (bytes: Uint8Array) => Read): Read {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new CommandError('file-unreadable', `${path} cannot be read; check that it is a file of yours.`);
  }
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new CommandError(error.code, `${path}: ${errorText(error)}`);
  }
}

function factsRead(path: string): Readonly<Record<string, unknown>> {
  return fileRead(path, (bytes) => {
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(bytes));
    } catch {
      value = null;
    }
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
    throw new CommandError('json-invalid', `${path} is no JSON with the frame's sector; write it anew.`);
  });
}

function sectorSearch({ grey, width, height }: GreyPicture, path: string): Sector {
  const found = sectorFind(grey, width, height);
  if (found !== null) return found.sector;
  throw new CommandError(
    'sector-missing',
    `${path}: no ultrasound image is found in it; put its sector into ${path.replace(/png$/, 'json')}.`,
  );
}

function frameRead(folder: string, name: string, hasFacts: boolean): LabelledFrame {
  const path = join(folder, `${name}.png`);
  const maskPath = join(folder, name + MASK_ENDING);
  const factsPath = join(folder, `${name}.json`);
  const picture = fileRead(path, pngRead);
  const facts = hasFacts ? factsRead(factsPath) : {};
  const sector = hasFacts ? sectorRead(facts.sector, factsPath) : sectorSearch(picture, path);
  const { width, height, classes } = fileRead(maskPath, (bytes) => maskRead(bytes, maskPath));
  if (width !== picture.width || height !== picture.height) {
    throw new CommandError(
      'mask-size',
      `${maskPath} has ${width} x ${height} pixels, but its frame has ${picture.width} x ${picture.height}; draw the mask on the frame itself.`,
    );
  }
  const exam = facts.exam ?? facts.seed;
  return {
    name,
    frame: { ...picture, sector, timeMs: 0 },
    mask: { width, height, classes, sector },
    exam: typeof exam === 'string' || typeof exam === 'number' ? `exam ${exam}` : name,
  };
}

/**
 * The labelled frames of a folder, by name: for each NAME.png its mask NAME-mask.png and its facts NAME.json (`sector`,
 * and `exam` or `seed`, which say which frames are of one exam). Without facts the sector is looked for in the picture.
 * A picture with neither, such as a contact sheet, is left out.
 * @throws CommandError naming the file.
 */
export function framesRead(folder: string): readonly LabelledFrame[] {
  const files = new Set(namesIn(folder));
  const names = new Set(
    [...files].flatMap((file) => {
      if (file.endsWith(MASK_ENDING)) return [file.slice(0, -MASK_ENDING.length)];
      return file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : [];
    }),
  );
  const frames: LabelledFrame[] = [];
  for (const name of [...names].sort()) {
    const [frame, mask] = [files.has(`${name}.png`), files.has(name + MASK_ENDING)];
    // Some other JSON.
    if (!frame && !mask) continue;
    if (!frame) {
      throw new CommandError(
        'frame-missing',
        `${join(folder, name + MASK_ENDING)} has no frame ${name}.png.`,
      );
    }
    if (!mask) {
      throw new CommandError(
        'mask-missing',
        `${join(folder, `${name}.png`)} has no mask ${name}${MASK_ENDING}; label it, or move it elsewhere.`,
      );
    }
    frames.push(frameRead(folder, name, files.has(`${name}.json`)));
  }
  if (frames.length > 0) return frames;
  throw new CommandError(
    'no-frames',
    `${folder} holds no labelled frames; put there NAME.png and NAME${MASK_ENDING} for each, and NAME.json with its sector.`,
  );
}
