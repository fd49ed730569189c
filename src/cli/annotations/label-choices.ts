import type { LabelChoice, LabelChoices } from '../../domain/annotation/label-map.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { CommandError } from '../shared/command.ts';

const CHOICES: readonly LabelChoice[] = [...MARKABLE_FINDINGS, 'keep', 'leave_out'];

/** Choices for labels, each `NAME=FINDING`, where NAME may hold `=` itself. @throws CommandError `bad-label` */
export function labelChoicesRead(texts: readonly string[]): LabelChoices {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.lastIndexOf('=');
      const choice = CHOICES.find((each) => each === text.slice(at + 1));
      if (at >= 1 && choice !== undefined) return [text.slice(0, at), choice] as const;
      throw new CommandError(
        'bad-label',
        `--label must be NAME=FINDING, with one of ${CHOICES.join(', ')}, not "${text}".`,
      );
    }),
  );
}
