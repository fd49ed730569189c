import type { MarkableFinding } from '../findings/finding.ts';
import { FINDING_LOOKS } from '../findings/look.ts';
import type { FeedbackFact, FeedbackPlace } from './feedback-fact.ts';
import type { Provenance } from './grade.ts';

/** What tells a finding from what looks like it. */
const SIGNS: Readonly<Record<MarkableFinding, string>> = {
  rib: 'a rib is a bright curved front with a shadow behind it',
  pleural_line: 'the pleural line is the bright line just below and between the ribs',
  a_line: 'an A-line repeats the pleural line at a whole multiple of its depth',
  b_line: 'a B-line starts at the pleural line and runs to the bottom of the image',
  b_line_confluence: 'a confluence is B-lines merged with no gap between them',
  pleural_effusion: 'an effusion is a dark space between the pleural line and the lung',
  consolidation: 'consolidated lung looks like tissue and lies right under the pleural line',
};

/** Words for where the key comes from, as the one who says it. */
const SAYS: Readonly<Record<Provenance, string>> = {
  phantom_truth: 'the simulated chest has',
  expert: 'the expert sees',
  network: 'the network sees',
};

/** The English sentence for one fact; `provenance` is that of the class's key. */
export function feedbackSentence(
  finding: MarkableFinding,
  fact: FeedbackFact,
  provenance: Provenance,
): string {
  const label = labelOf(finding);
  switch (fact.code) {
    case 'missed':
      return `Missed: ${label} ${placeWords(finding, fact.place)}; ${signWords(finding, fact.place.depthMm, fact.pleuraMm)}.`;
    case 'displaced':
      return `Your ${label} lies ${offsetWords(finding, fact.deeperMm, fact.rightMm)}: look ${placeWords(finding, fact.place).replace('starting ', '')}.`;
    case 'confused':
      return `You marked ${article(label)} ${placeWords(finding, fact.place)}, where ${SAYS[provenance]} ${article(labelOf(fact.actual))}; ${SIGNS[finding]}.`;
    case 'extra':
      return `You marked ${article(label)} ${placeWords(finding, fact.place)}, where ${SAYS[provenance]} none; ${extraWords(finding, fact.place.depthMm, fact.pleuraMm)}.`;
    case 'half_credit':
      return `Half credit: ${label} ${placeWords(finding, fact.place)}, which you marked as ${article(labelOf(fact.markedAs))}; experts often disagree here, and ${SIGNS[finding]}.`;
    case 'partly_missed':
      return `You found ${Math.round(fact.share * 100)} % of the ${label} ${placeWords(finding, fact.place)}; its ${fact.part} part is missing.`;
    case 'spills':
      return `Your ${label} ${placeWords(finding, fact.place)} goes too far: its ${fact.part} part is not there.`;
    case 'count':
      return `You marked ${countWords(fact.marked, label)}; ${SAYS[provenance]} ${fact.expected}.`;
    case 'not_scored':
      return `${FINDING_LOOKS[finding].label}: not scored, as the key cannot be trusted for it on this image.`;
    case 'found':
      return `Found: ${label} ${placeWords(finding, fact.place)}.`;
    case 'correct_absence':
      return `Right: there is no ${label} here, and you marked none.`;
  }
}

function placeWords(finding: MarkableFinding, place: FeedbackPlace): string {
  const depth = `${Math.round(place.depthMm)} mm deep`;
  const starts = finding === 'b_line' || finding === 'b_line_confluence';
  return `${starts ? `starting ${depth}` : depth}, ${sideWords(place.lateral)}`;
}

function sideWords(lateral: number): string {
  const side = lateral < 0 ? 'left' : 'right';
  const off = Math.abs(lateral);
  if (off <= 0.15) return 'in the middle';
  if (off <= 0.6) return `${side} of the middle`;
  return `near the ${side} edge`;
}

/** A-lines are told by their depth over the pleura's; everything else by its sign. */
function signWords(finding: MarkableFinding, depthMm: number, pleuraMm: number | null): string {
  if (finding !== 'a_line' || pleuraMm === null || pleuraMm <= 0) return SIGNS[finding];
  return `it repeats the pleural line (${Math.round(pleuraMm)} mm deep) at ${Math.max(2, Math.round(depthMm / pleuraMm))} times its depth`;
}

function extraWords(finding: MarkableFinding, depthMm: number, pleuraMm: number | null): string {
  if (finding !== 'a_line' || pleuraMm === null || pleuraMm <= 0) return SIGNS[finding];
  const times = (depthMm / pleuraMm).toFixed(1);
  return `${SIGNS.a_line}, and this is at ${times} times the ${Math.round(pleuraMm)} mm of the pleural line`;
}

/** The larger part of an offset in words; lines that run across are first of all too deep or too shallow, B-lines aside. */
function offsetWords(finding: MarkableFinding, deeperMm: number, rightMm: number): string {
  const flat = finding === 'pleural_line' || finding === 'a_line';
  const upright = finding === 'b_line';
  const byDepth = upright ? false : flat ? Math.abs(deeperMm) >= 1 : Math.abs(deeperMm) >= Math.abs(rightMm);
  const amount = `${Math.max(1, Math.round(Math.abs(byDepth ? deeperMm : rightMm)))} mm too`;
  if (byDepth) return `${amount} ${deeperMm > 0 ? 'shallow' : 'deep'}`;
  return `${amount} far ${rightMm > 0 ? 'left' : 'right'}`;
}

/** The label inside a sentence: "rib", but "A-line". */
function labelOf(finding: MarkableFinding): string {
  const { label } = FINDING_LOOKS[finding];
  return label[1] === '-' ? label : `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
}

function article(label: string): string {
  return `${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label}`;
}

function countWords(count: number, label: string): string {
  return `${count} ${label}${count === 1 ? '' : 's'}`;
}
