import { type SurveyResult, tryLatest } from '../../domain/learning/progress.ts';
import { zoneFind } from '../../domain/scan/zones.ts';
import type { ChoiceQuestion } from '../../domain/scenario/scenario.ts';
import { blueBranch } from '../../domain/survey/blue.ts';
import { chartDiffers } from '../../domain/survey/chart-differs.ts';
import { readingsSaid } from '../../domain/survey/survey.ts';
import { say } from '../../ui/words/say.ts';
import { zoneNamed } from './zone-words.ts';

/**
 * Where the learner's own chart leads, said beside the profile that is right: whoever decides rightly by a chart that is wrong has
 * to mend the chart and not the decision. Nothing where the chart and the reply are right both.
 *
 * @param expected the profile that is right
 */
export function chartWhy(
  { options }: Pick<ChoiceQuestion, 'options'>,
  { first, practice }: SurveyResult,
  reply: number | string | null,
  expected: number | string,
): readonly string[] {
  const { visits, left } = tryLatest({ first, practice });
  const own = blueBranch(readingsSaid(visits))?.profile ?? null;
  if (own === null) return [say('survey.decision.none')];
  if (own === expected && reply === expected) return [];
  const label = options.find(({ value }) => value === own)?.label ?? own;
  if (own === expected) return [say('survey.decision.leads', { label })];
  const named = (id: string): string => {
    const zone = zoneFind(id);
    return zone === null ? id : zoneNamed(zone);
  };
  const differs = chartDiffers(visits).map(named);
  const unread = left.map(({ zoneId }) => named(zoneId));
  return [
    reply === own ? say('survey.decision.follows') : say('survey.decision.elsewhere', { label }),
    ...(differs.length > 0 ? [say('survey.decision.differs', { zones: differs })] : []),
    ...(unread.length > 0 ? [say('survey.decision.unread', { zones: unread })] : []),
  ];
}
