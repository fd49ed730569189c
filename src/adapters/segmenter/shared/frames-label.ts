import { type DiceScores, diceScores } from '../../../domain/adaptation/dice-scores.ts';
import type { Frame, Mask } from '../../../domain/frame/frame.ts';
import { maskResample } from '../../../domain/frame/mask.ts';
import { confusionAdd, confusionEmpty } from '../../../domain/grading/confusion.ts';
import type { Weights } from '../../../network/model-read.ts';
import { networkBuild } from '../../../network/network-build.ts';
import type { NetworkSpecification } from '../../../network/network-specification.ts';
import { segmentFrame } from './segment.ts';

/**
 * Labels frames as the game does, and compares that with what they truly show, on the raster of the game's masks.
 * @param tell is told the share that is done, 0-1
 */
export async function framesLabel(
  specification: NetworkSpecification,
  weights: Weights,
  frames: readonly { readonly frame: Frame; readonly mask: Mask }[],
  tell: (share: number) => void,
): Promise<{ readonly scores: DiceScores; readonly masks: readonly Mask[] }> {
  const network = networkBuild(specification, weights);
  const confusion = confusionEmpty();
  const masks: Mask[] = [];
  try {
    for (const { frame, mask } of frames) {
      const { mask: said } = await segmentFrame(network, frame, false);
      confusionAdd(confusion, maskResample(mask, said.sector, said.width).classes, said.classes);
      masks.push(said);
      tell(masks.length / frames.length);
    }
  } finally {
    network.dispose();
  }
  return { scores: diceScores(confusion), masks };
}
