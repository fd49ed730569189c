import type { Clip } from '../../../../src/adapters/clip/clip.ts';
import type { ClipChoice } from '../../../../src/adapters/clip/clip-choice.ts';

/** What was opened, where it is one clip. */
export function onlyClip(found: Clip | ClipChoice): Clip {
  if (found.kind === 'several') throw new Error(`There are ${found.clips.length} clips.`);
  return found;
}
