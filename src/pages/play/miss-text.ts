import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { zoneFind } from '../../domain/scan/zones.ts';
import type { GoalGap, ScanGoal } from '../../domain/scenario/goal.ts';
import type { ScanMiss } from '../../parts/session/machine/scenario-context.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';

/** Says what is in a frozen image instead of what was asked for; never where to go. */
export function missSentences(miss: ScanMiss, goal: ScanGoal | null): readonly string[] {
  if (miss.kind === 'no_pleura') {
    return [say('play.miss.noPleura')];
  }
  if (miss.kind === 'no_zone') return [say('play.miss.noZone')];
  if (miss.kind === 'no_lung') return [say('play.miss.noLung')];
  const { gap } = miss;
  return [
    ...placeSentence(gap, goal),
    inViewSentence(gap),
    ...(gap.pattern === null ? [] : [say(`play.miss.pattern.${gap.pattern}`)]),
    ...(gap.sliding === null ? [] : [say(`play.miss.sliding.${gap.sliding}`)]),
  ];
}

function placeSentence({ place }: GoalGap, goal: ScanGoal | null): readonly string[] {
  if (place === null) return [];
  const goalZone = goal?.zone == null ? null : zoneFind(goal.zone);
  const wanted = goalZone && zoneLabel(goalZone);
  const zone = place.zone && zoneLabel(place.zone);
  if (zone === null) {
    return [
      wanted === null ? say('play.miss.place.nowhere') : say('play.miss.place.nowhereWanted', { wanted }),
    ];
  }
  return [
    wanted === null
      ? say('play.miss.place.zone', { zone })
      : say('play.miss.place.zoneWanted', { zone, wanted }),
  ];
}

function inViewSentence({ inView, missing }: GoalGap): string {
  const seen =
    inView.length === 0 ? say('play.miss.inViewNone') : say('play.miss.inView', { names: namesOf(inView) });
  return missing.length === 0 ? seen : `${seen} ${say('play.miss.notInView', { names: namesOf(missing) })}`;
}

function namesOf(findings: readonly MarkableFinding[]): readonly string[] {
  return findings.map((finding) => say(`play.miss.seen.${finding}`));
}
