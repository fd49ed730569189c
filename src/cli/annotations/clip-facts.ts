import { CLIP_UNKNOWN, type ClipFacts } from '../../domain/annotation/annotation.ts';
import { dicomIdentity } from '../../formats/dicom/dicom-identity.ts';
import { fileKind } from '../../formats/files/picture-header.ts';
import { recordingRead } from '../sector/recording-read.ts';
import { pictureFileRead } from '../segment/picture-read.ts';
import { CommandError } from '../shared/command.ts';

/**
 * What is known of the clip that annotations are about: by the clip itself, and what was said beside it.
 * @param size `WIDTHxHEIGHT` in pixels
 * @param spacing mm to the side of a pixel
 * @throws InputError, CommandError
 */
export async function clipFactsRead(
  path: string | undefined,
  size: string | undefined,
  spacing: string | undefined,
): Promise<ClipFacts> {
  const clip = path === undefined ? CLIP_UNKNOWN : await clipRead(path);
  return {
    ...clip,
    size: size === undefined ? clip.size : sizeRead(size),
    spacing: spacing === undefined ? clip.spacing : spacingRead(spacing),
  };
}

async function clipRead(path: string): Promise<ClipFacts> {
  const bytes = await pictureFileRead(path);
  if (fileKind(bytes) === 'dicom') return dicomIdentity(bytes);
  const { width, height, mmPerPx } = await recordingRead(path);
  return {
    ...CLIP_UNKNOWN,
    size: { width, height },
    spacing: mmPerPx === null ? null : { x: mmPerPx, y: mmPerPx },
  };
}

function sizeRead(text: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/.exec(text) ?? [];
  if (width !== undefined && height !== undefined) return { width: Number(width), height: Number(height) };
  throw new CommandError(
    'bad-size',
    `--size must be WIDTHxHEIGHT in pixels, such as 640x480, not "${text}".`,
  );
}

function spacingRead(text: string): { readonly x: number; readonly y: number } {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= 10) return { x: value, y: value };
  throw new CommandError('bad-number', `--mm-per-px must be a number above 0 and up to 10, not "${text}".`);
}
