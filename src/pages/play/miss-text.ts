import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { zoneFind } from '../../domain/scan/zones.ts';
import type { LungPattern, SlidingExtent } from '../../domain/scenario/answer-source.ts';
import type { GoalGap, ScanGoal } from '../../domain/scenario/goal.ts';
import type { ScanMiss } from '../../parts/session/machine/scenario-context.ts';

const PATTERN_TEXT: Readonly<Record<LungPattern, string>> = {
  a_lines: 'The lung here shows A-lines, with two B-lines at most between two ribs.',
  b_lines: 'The lung here shows three or more separate B-lines between two ribs.',
  confluence: 'B-lines have merged here.',
  effusion: 'There is fluid between the pleurae here.',
  consolidation: 'The lung here holds hardly any air: it is consolidated.',
};

const SLIDING_TEXT: Readonly<Record<SlidingExtent, string>> = {
  yes: 'The lung slides all along this pleural line.',
  no: 'Nothing slides along this pleural line.',
  in_part: 'Along this pleural line the lung slides in part.',
};

const SEEN_TEXT: Readonly<Record<MarkableFinding, string>> = {
  rib: 'ribs',
  pleural_line: 'the pleural line',
  a_line: 'A-lines',
  b_line: 'B-lines',
  b_line_confluence: 'merged B-lines',
  pleural_effusion: 'fluid',
  consolidation: 'consolidated lung',
};

/** What is in a frozen image instead of what was asked for; never where to go. */
export function missSentences(miss: ScanMiss, goal: ScanGoal | null): readonly string[] {
  if (miss.kind === 'no_pleura') {
    return [
      'No pleural line lies on this line of the M-mode: a rib stops the sound there, or there is no lung. Choose a line between two ribs.',
    ];
  }
  const { gap } = miss;
  return [
    ...placeSentence(gap, goal),
    inViewSentence(gap),
    ...(gap.pattern === null ? [] : [PATTERN_TEXT[gap.pattern]]),
    ...(gap.sliding === null ? [] : [SLIDING_TEXT[gap.sliding]]),
  ];
}

function placeSentence({ place }: GoalGap, goal: ScanGoal | null): readonly string[] {
  if (place === null) return [];
  const wanted = goal?.zone == null ? null : zoneFind(goal.zone);
  const here =
    place.zone === null
      ? 'The probe stands in none of the zones'
      : `The probe stands on: ${place.zone.label}`;
  return [
    wanted === null
      ? `${here}. What ails this patient is not here.`
      : `${here}, and not on: ${wanted.label}.`,
  ];
}

function inViewSentence({ inView, missing }: GoalGap): string {
  const seen =
    inView.length === 0 ? 'Nothing of ribs, pleura or lung is in view.' : `In view: ${namesOf(inView)}.`;
  return missing.length === 0 ? seen : `${seen} Not in view: ${namesOf(missing)}.`;
}

function namesOf(findings: readonly MarkableFinding[]): string {
  return findings.map((finding) => SEEN_TEXT[finding]).join(', ');
}
