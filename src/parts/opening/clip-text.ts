import type { ClipName } from '../../adapters/clip/clip-name.ts';
import type { ClipRecord } from '../../ports/records.ts';
import { say } from '../../ui/words/say.ts';

const KIB = 1024;

/** Bytes as people read them, e.g. `3.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < KIB * KIB) {
    return say('opening.kilobytes', { kilobytes: Math.max(1, Math.round(bytes / KIB)) });
  }
  const megabytes = bytes / (KIB * KIB);
  return megabytes < 10
    ? say('opening.megabytesFew', { megabytes })
    : say('opening.megabytes', { megabytes: Math.round(megabytes) });
}

/** `1 image`, `90 images`. */
function imagesText(images: number): string {
  return say('opening.images', { count: images });
}

/** How long a clip is, or that it is one picture. */
export function lengthText({ timesMs }: Pick<ClipRecord, 'timesMs'>): string {
  const images = imagesText(timesMs.length);
  if (timesMs.length === 1) return images;
  const seconds = (timesMs.at(-1) ?? 0) / 1000;
  return say(seconds < 0.05 ? 'opening.lengthShort' : 'opening.length', { seconds, images });
}

export function dateText(ms: number): string {
  return say('opening.date', { at: ms });
}

/** The title of a clip, also where its name was lost. */
export function clipTitle({ name, savedAtMs }: Pick<ClipRecord, 'name' | 'savedAtMs'>): string {
  return name === '' ? say('opening.clipOf', { at: savedAtMs }) : name;
}

/** The name of a recording that was given as files. */
export function clipNameText({ name, others, size }: ClipName): string {
  if (others > 0) return say('opening.nameMore', { name, others });
  return size === null ? name : say('opening.nameOfSize', { name, width: size.width, height: size.height });
}

/** Where it came from. */
export function fromText(from: ClipRecord['from']): string {
  return say(`opening.from.${from}`);
}

/** The outline in words, e.g. `Convex, 15.0 cm deep (assumed)`. */
export function sectorText({
  sector: { kind, depthMm },
  isScaleAssumed,
}: Pick<ClipRecord, 'sector' | 'isScaleAssumed'>): string {
  return say(`opening.sector.${kind}${isScaleAssumed ? 'Assumed' : ''}`, { cm: depthMm / 10 });
}
