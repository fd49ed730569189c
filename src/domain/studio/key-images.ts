import type { KeyExpert } from '../scenario/expert-key.ts';

/** What an image is in an expert's key: drawn on, carried to, carried to and to be checked, or without marks. */
export type KeyImage = 'drawn' | 'carried' | 'check' | 'none';

/** Images beside each other that are the same in a key. */
export interface KeyRun {
  readonly is: KeyImage;
  readonly first: number;
  readonly count: number;
}

/** All images of a clip, from the first to the last, as they stand in an expert's key; null where nobody has drawn yet. */
export function keyRuns(expert: KeyExpert | null, images: number): readonly KeyRun[] {
  const each = new Array<KeyImage>(images).fill('none');
  for (const { index, isToCheck } of expert?.carried ?? []) each[index] = isToCheck ? 'check' : 'carried';
  for (const { index } of expert?.frames ?? []) each[index] = 'drawn';
  const runs: KeyRun[] = [];
  for (const [first, is] of each.slice(0, images).entries()) {
    const last = runs.at(-1);
    if (last?.is === is) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ is, first, count: 1 });
  }
  return runs;
}

/** How many images of a key are what. */
export function keyImagesCount(runs: readonly KeyRun[]): Readonly<Record<KeyImage, number>> {
  const counts = { drawn: 0, carried: 0, check: 0, none: 0 };
  for (const { is, count } of runs) counts[is] += count;
  return counts;
}

/**
 * Where to look next: the middle of the next run of images to be checked, since the images around one that is put right can be
 * carried to anew from there. After the last one it begins again; null where there is none but the image at hand.
 */
export function keyCheckNext(expert: KeyExpert | null, images: number, index: number): number | null {
  const middles = keyRuns(expert, images)
    .filter(({ is }) => is === 'check')
    .map(({ first, count }) => first + Math.floor(count / 2));
  const others = middles.filter((middle) => middle !== index);
  return others.find((middle) => middle > index) ?? others[0] ?? null;
}
