import type { DiceScores } from '../../domain/adaptation/dice-scores.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { say } from '../../ui/words/say.ts';
import { tableOf } from '../shared/markdown-table.ts';

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
