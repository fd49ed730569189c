import type { ClipRecord } from '../../ports/records.ts';

const KIB = 1024;

/** Bytes as people read them, e.g. `3.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < KIB * KIB) return `${Math.max(1, Math.round(bytes / KIB))} kB`;
  const mega = bytes / (KIB * KIB);
  return `${mega < 10 ? mega.toFixed(1) : Math.round(mega)} MB`;
}

/** `1 image`, `90 images`. */
export function imagesText(images: number): string {
  return `${images} ${images === 1 ? 'image' : 'images'}`;
}

/** How long a clip is, or that it is one picture. */
export function lengthText({ timesMs }: Pick<ClipRecord, 'timesMs'>): string {
  if (timesMs.length === 1) return '1 image';
  const seconds = (timesMs.at(-1) ?? 0) / 1000;
  return `${seconds.toFixed(seconds < 0.05 ? 2 : 1)} s, ${timesMs.length} images`;
}

export function dateText(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** What it is called, also where its name was lost. */
export function clipTitle({ name, savedAtMs }: Pick<ClipRecord, 'name' | 'savedAtMs'>): string {
  return name === '' ? `Clip of ${dateText(savedAtMs)}` : name;
}

export const FROM_TEXT: Readonly<Record<ClipRecord['from'], string>> = {
  file: 'From a file',
  camera: 'From a camera',
  patient: 'From a virtual patient',
};

/** The outline in words, e.g. `Convex, 15.0 cm deep (assumed)`. */
export function sectorText({
  sector,
  isScaleAssumed,
}: Pick<ClipRecord, 'sector' | 'isScaleAssumed'>): string {
  const kind = sector.kind === 'convex' ? 'Convex' : 'Linear';
  return `${kind}, ${(sector.depthMm / 10).toFixed(1)} cm deep${isScaleAssumed ? ' (assumed)' : ''}`;
}
