import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Key } from '../../domain/grading/grade.ts';
import type { MarkStep, ScenarioImage } from '../../domain/scenario/scenario.ts';
import type { PlayFault } from './play-fault.ts';

/**
 * What is wrong with an image for a mark step; null where it shows something of what is asked for, so that the rest is rightly
 * absent, or is stated to show none of it.
 */
export function markFault(step: MarkStep, { id, draw }: ScenarioImage, key: Key): PlayFault | null {
  const shows = (finding: MarkableFinding): boolean =>
    key.findings.some(
      (one) => one.standing === 'asked' && (one.finding === finding || one.alsoAs === finding),
    );
  const asked = step.findings.map(({ finding }) => finding);
  const lost = asked.filter((finding) => draw?.shows.includes(finding) === true && !shows(finding));
  if (lost.length > 0) return { stepId: step.id, code: 'drawLacks', findings: lost };
  if (asked.some(shows)) return null;
  const isStated = (finding: MarkableFinding): boolean =>
    draw?.lacks.includes(finding) === true ||
    (draw?.item?.isNormal === true && draw.item.skill.startsWith(`${finding}.`));
  if (asked.every(isStated)) return null;
  return { stepId: step.id, code: 'nothingShown', image: id, findings: asked };
}
