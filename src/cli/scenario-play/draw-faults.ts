import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { skillLevel } from '../../domain/learning/skill-level.ts';
import type { Scenario, ScenarioImage } from '../../domain/scenario/scenario.ts';
import type { SeedImages } from '../../parts/simulated/seed-images.ts';
import { itemMeasured } from '../../simulator/exam/item/item-draw.ts';
import { itemImageOpen, itemMeasure } from '../../simulator/exam/item/item-measure.ts';

/**
 * What is wrong with images that have a `draw`: each is measured anew and held against what that states. An image as it is
 * written, which the first play has, is held against it too.
 */
export function drawFaults(scenario: Scenario, images: SeedImages): readonly string[] {
  return scenario.images.flatMap((image) => {
    const { draw, id } = image;
    if (draw === null || image.source.kind !== 'phantom') return [];
    const { request } = images.open(image);
    if (request === null) return [];
    const index = image.source.draw === undefined ? writtenIndex(scenario, image) : 0;
    const shown = itemImageOpen(request, index, images.phantomOf);
    const said: string[] = [];
    for (const finding of draw.shows) {
      if (itemMeasure(shown, finding).asked === 0) said.push(`the image ${id} does not show ${finding}.`);
    }
    for (const finding of draw.lacks) {
      if (!itemMeasure(shown, finding).isNormal) said.push(`the image ${id} is not without ${finding}.`);
    }
    if (draw.item === null) return said;
    const { skill, level, isNormal, atMostMm } = draw.item;
    const found = itemMeasured(shown, draw.item);
    if (found === null) {
      const stated = isNormal ? 'without what is asked for' : 'with what is asked for';
      return [...said, `the image ${id} is stated to be ${stated}, as an item of ${skill}, and is not.`];
    }
    const finding = found.finding ?? (skill.slice(0, skill.indexOf('.')) as MarkableFinding);
    const { largestMm } = itemMeasure(shown, finding);
    if (atMostMm !== undefined && largestMm > atMostMm) {
      said.push(`the image ${id} shows ${finding} of ${Math.round(largestMm)} mm, more than ${atMostMm} mm.`);
    }
    const measured = skillLevel(skill, isNormal, found);
    if (level === null || measured === level) return said;
    return [...said, `the image ${id} is ${measured} for ${skill}, and is stated to be ${level}.`];
  });
}

/** The image that its author lets be frozen; the first, as of those drawn, where that is the learner's choice. */
function writtenIndex({ steps }: Scenario, { id }: ScenarioImage): number {
  const freeze = steps.find((step) => step.kind === 'freeze' && step.imageId === id);
  return freeze?.kind === 'freeze' ? (freeze.frameIndex ?? 0) : 0;
}
