import { segmentFrame } from '../../adapters/segmenter/shared/segment.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import {
  type Confusion,
  confusionAdd,
  confusionEmpty,
  confusionMeasures,
} from '../../domain/grading/confusion.ts';
import type { Weights } from '../../network/model-read.ts';
import { networkBuild } from '../../network/network-build.ts';
import type { NetworkSpecification } from '../../network/network-specification.ts';
import { say } from '../../ui/words/say.ts';
import { tableOf } from '../shared/markdown-table.ts';
import type { LabelledFrame } from './frames-read.ts';

/** Dice of each class over all pixels of some frames (null where the class is neither there nor found). */
export interface DiceScores {
  readonly classes: Readonly<Record<MarkableFinding, number | null>>;
  /** Over the classes that the masks hold. */
  readonly mean: number;
}

/** Labels frames as the game does and compares with their masks, on the raster of the game's masks. */
export async function framesScore(
  specification: NetworkSpecification,
  weights: Weights,
  frames: readonly LabelledFrame[],
  tell: (done: number) => void,
): Promise<DiceScores> {
  const network = networkBuild(specification, weights);
  const confusion = confusionEmpty();
  try {
    for (const [place, { frame, mask }] of frames.entries()) {
      const { mask: said } = await segmentFrame(network, frame, false);
      confusionAdd(confusion, maskResample(mask, said.sector, said.width).classes, said.classes);
      tell(place + 1);
    }
  } finally {
    network.dispose();
  }
  return scoresOf(confusion);
}

function scoresOf(confusion: Confusion): DiceScores {
  const measures = MARKABLE_FINDINGS.map(
    (finding) => [finding, confusionMeasures(confusion, finding)] as const,
  );
  const there = measures.filter(([, { pixels }]) => pixels > 0);
  return {
    classes: Object.fromEntries(
      measures.map(([finding, { dice }]) => [finding, dice]),
    ) as DiceScores['classes'],
    mean: there.reduce((sum, [, { dice }]) => sum + (dice ?? 0), 0) / there.length,
  };
}

export function scoresTable(before: DiceScores, after: DiceScores): string {
  const share = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
  return tableOf([
    ['Dice', 'Before', 'After'],
    ...MARKABLE_FINDINGS.map((finding) => [
      say(`findings.${finding}.label`),
      share(before.classes[finding]),
      share(after.classes[finding]),
    ]),
    ['Mean', share(before.mean), share(after.mean)],
  ]);
}
