import type { PathProblem } from './problems.ts';
import { startResolve } from './resolve-scan.ts';
import { sourceResolve } from './resolve-source.ts';
import type { BriefingPicture } from './scenario.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { PictureFile } from './schema-picture.ts';
import type { SourceFile } from './schema-source.ts';
import { wordSuggest } from './suggest.ts';

/**
 * Finds the source of a briefing's picture among `sources`, those of the scenario's images, or in the picture itself.
 * Null where there is no picture, or none that could be shown.
 */
export function pictureResolve(
  picture: PictureFile | undefined,
  sources: ReadonlyMap<string, SourceFile>,
  path: ScenarioPath,
  problems: PathProblem[],
): BriefingPicture | null {
  if (picture === undefined) return null;
  for (const [i, label] of picture.label.entries()) {
    if (picture.label.indexOf(label) === i) continue;
    problems.push({ path: [...path, 'label', i], sentence: `${label} stands here twice: keep it once.` });
  }
  const file = picture.source ?? sources.get(picture.image!);
  const key = picture.source === undefined ? 'image' : 'source';
  if (file === undefined) {
    const meant = wordSuggest(picture.image!, [...sources.keys()]);
    const sentence = `No image of this scenario is called ${picture.image}.${meant === null ? '' : ` Did you mean ${meant}?`}`;
    problems.push({ path: [...path, key], sentence });
    return null;
  }
  // The problems of an image's source are told at the image.
  const resolved = sourceResolve(file, [...path, key], picture.source === undefined ? [] : problems);
  if (resolved.kind !== 'phantom' && resolved.kind !== 'patient') {
    const sentence = 'Only a simulated image knows what to name on it: take a phantom or a patient.';
    problems.push({ path: [...path, key], sentence });
    return null;
  }
  if ((resolved.kind === 'patient') !== (picture.at !== undefined)) {
    const sentence =
      resolved.kind === 'patient'
        ? 'Say where the probe stands on the patient: add at, such as { zone: R1 }.'
        : 'A phantom has no places to put a probe on: leave at out.';
    problems.push({ path: resolved.kind === 'patient' ? path : [...path, 'at'], sentence });
  }
  return {
    source: resolved,
    pose: startResolve(picture.at),
    frameIndex: picture.frame_index ?? 0,
    labels: picture.label,
  };
}
