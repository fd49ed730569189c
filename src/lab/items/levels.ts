import { quantile } from '../../cli/shared/quantile.ts';
import { examSeed } from '../../cli/shared/seeds.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Terciles } from '../../domain/learning/difficulty-votes.ts';
import { PHANTOM_LOOKS, PHANTOM_PATTERNS, type PhantomPattern } from '../../domain/scan/phantom-request.ts';
import { candidatePatterns } from '../../simulator/exam/item/candidates.ts';
import { type ItemMeasure, itemImageOpen, itemMeasure } from '../../simulator/exam/item/item-measure.ts';

/** What was measured of the images that show a finding, and of those that do not. */
export interface FindingTerciles {
  readonly finding: MarkableFinding;
  readonly images: number;
  readonly contrastDb: Terciles;
  readonly sizeMm: Terciles;
  readonly distractors: Terciles;
  readonly normals: number;
  /** NaN where there are no normals. */
  readonly distractorsOfNormals: Terciles;
}

interface Sample {
  readonly pattern: PhantomPattern;
  readonly of: ReadonlyMap<MarkableFinding, ItemMeasure>;
}

/**
 * Terciles of every measure and finding, over `seeds` exams of each pattern and look: of those patterns that items are drawn
 * from.
 */
export function tercilesMeasure(seed: number, seeds: number): readonly FindingTerciles[] {
  const samples = PHANTOM_PATTERNS.filter((pattern) => pattern !== 'any').flatMap((pattern, kind) =>
    PHANTOM_LOOKS.flatMap((look, side) =>
      Array.from({ length: seeds }, (_, i): Sample => {
        const image = itemImageOpen({
          seed: examSeed(seed, (i * PHANTOM_PATTERNS.length + kind) * PHANTOM_LOOKS.length + side, 'game'),
          split: 'game',
          look,
          pattern,
        });
        return {
          pattern,
          of: new Map(MARKABLE_FINDINGS.map((finding) => [finding, itemMeasure(image, finding)])),
        };
      }),
    ),
  );
  return MARKABLE_FINDINGS.map((finding) => findingTerciles(samples, finding));
}

function findingTerciles(samples: readonly Sample[], finding: MarkableFinding): FindingTerciles {
  const those = (isNormal: boolean): readonly ItemMeasure[] =>
    samples
      .filter(({ pattern }) => candidatePatterns(finding, 'find', isNormal).includes(pattern))
      .map(({ of }) => of.get(finding)!)
      .filter((item) => (isNormal ? item.isNormal : item.asked > 0));
  const shown = those(false);
  const normals = those(true);
  const distractors = ({ measured }: ItemMeasure): number => measured.distractors;
  return {
    finding,
    images: shown.length,
    contrastDb: tercilesOf(shown, ({ measured }) => measured.contrastDb),
    sizeMm: tercilesOf(shown, ({ measured }) => measured.sizeMm),
    distractors: tercilesOf(shown, distractors),
    normals: normals.length,
    distractorsOfNormals: tercilesOf(normals, distractors),
  };
}

export function tercilesOf<Item>(items: readonly Item[], measureOf: (item: Item) => number): Terciles {
  const sorted = items.map(measureOf).sort((a, b) => a - b);
  return [quantile(sorted, 1 / 3), quantile(sorted, 2 / 3)];
}
