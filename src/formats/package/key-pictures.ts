import { frameMask } from '../../domain/adaptation/frame-mask.ts';
import { packagePartPath, packagePartRead } from '../../domain/package/package-part.ts';
import type { PackageTexts } from '../../domain/package/package-scenarios.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { keyFramesAt, keyIndices } from '../../domain/scenario/expert-key.ts';
import { scenarioParse } from '../../domain/scenario/parse.ts';
import type { ScenarioImage } from '../../domain/scenario/scenario.ts';
import { zlibPack } from '../deflate/deflate.ts';
import { greyPng } from '../png/grey-png.ts';

/**
 * Experts' keys as pictures for other programs: one of a clip's size for each image that has a key, a byte a pixel, 0-7 for
 * the classes. Where two experts drew on an image it is the first one's.
 *
 * @param texts of a package
 * @throws ScenarioError where one of its scenarios cannot be played
 */
export function keyPictures(texts: PackageTexts): readonly PackageContent[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const part = packagePartRead(path);
    if (part?.kind !== 'scenario') return [];
    return scenarioParse(text, path).images.flatMap((image) => imagePictures(part.scenario, image));
  });
}

function imagePictures(scenario: string, { id, key }: ScenarioImage): readonly PackageContent[] {
  const clip = key?.drawnOn ?? null;
  if (key === undefined || clip === null) return [];
  const { widthPx: width, heightPx: height, sector } = clip;
  return keyIndices(key).flatMap((index) => {
    const path = packagePartPath({ kind: 'key', scenario, image: id, index });
    const [first] = keyFramesAt(key, index);
    if (first === undefined || packagePartRead(path) === null) return [];
    const { classes } = frameMask(first.marks, { width, height, sector });
    return [{ path, bytes: greyPng(width, height, classes, zlibPack) }];
  });
}
