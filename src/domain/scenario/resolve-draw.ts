import { skillHasNormals } from '../learning/skill.ts';
import type { ImageDraw } from './image-draw.ts';
import type { PathProblem } from './problems.ts';
import type { ScenarioPath } from './schema-keys.ts';
import type { ImageFile } from './schema-source.ts';

/** What an image that is drawn anew has to show, with what is wrong with it; `before`: the ids of images before it. */
export function drawResolve(
  { draw, source }: ImageFile,
  before: readonly string[],
  path: ScenarioPath,
  problems: PathProblem[],
): ImageDraw | null {
  if (draw === undefined) return null;
  const at = [...path, 'draw'];
  const { item, level, normal, at_most_mm: atMostMm, shows = [], lacks = [], conditions = [] } = draw;
  const add = (key: string, sentence: string): void => void problems.push({ path: [...at, key], sentence });
  if (source.phantom === undefined && source.patient === undefined) {
    problems.push({ path: at, sentence: 'Only a phantom or a patient can be drawn anew: leave draw out.' });
  }
  if (source.patient !== undefined && Object.keys(draw).some((key) => key !== 'conditions' && key !== 'as')) {
    problems.push({
      path: at,
      sentence: 'A patient is drawn by the condition alone: write draw: {}, conditions or as.',
    });
  }
  if (source.phantom !== undefined && conditions.length > 0) {
    add('conditions', 'Only patients have conditions: write shows and lacks for a phantom.');
  }
  if (draw.as !== undefined && !before.includes(draw.as)) {
    add('as', `No image before this one is called ${draw.as}: write the id of one.`);
  }
  if (item === undefined && (level !== undefined || normal !== undefined)) {
    add(level === undefined ? 'normal' : 'level', 'This belongs to an item: write item, a skill, beside it.');
  }
  if (atMostMm !== undefined && (item === undefined || normal === true)) {
    add('at_most_mm', 'Only an item that is not normal has a size: leave at_most_mm out.');
  }
  if (item !== undefined && level === undefined) add('item', 'Say how hard it is: write level beside it.');
  if (item !== undefined && normal === true && !skillHasNormals(item)) {
    add('normal', `There is no image without what ${item} asks for: leave normal out.`);
  }
  for (const [i, finding] of lacks.entries()) {
    if (!shows.includes(finding)) continue;
    problems.push({
      path: [...at, 'lacks', i],
      sentence: `${finding} stands in shows and in lacks: keep one.`,
    });
  }
  return {
    item:
      item === undefined
        ? null
        : {
            skill: item,
            level: level ?? 'standard',
            isNormal: normal === true,
            ...(atMostMm !== undefined && { atMostMm }),
          },
    shows,
    lacks,
    ...(conditions.length > 0 && { conditions }),
    ...(draw.as !== undefined && { as: draw.as }),
  };
}
