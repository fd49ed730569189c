import type { MarkableFinding } from '../findings/finding.ts';
import { FINDING_LOOKS } from '../findings/look.ts';
import type { FeedbackFact, FeedbackPart, FeedbackPlace } from './feedback-fact.ts';
import type { Provenance } from './grade.ts';
import { RUNS } from './offset.ts';

/** What tells a finding from what looks like it. */
const SIGNS: Readonly<Record<MarkableFinding, string>> = {
  rib: 'a rib is a bright curved front with a shadow behind it',
  pleural_line: 'the pleural line is the bright line just below and between the ribs',
  a_line: 'an A-line repeats the pleural line at a whole multiple of its depth',
  b_line: 'a B-line starts at the pleural line and runs to the bottom of the image without fading',
  b_line_confluence: 'a confluence is B-lines merged with no gap between them',
  pleural_effusion: 'an effusion is fluid between the layers of the pleura, mostly dark',
  consolidation: 'consolidated lung looks like tissue and lies right under the pleural line',
};

/** Words for where the key comes from, as the one who says it. */
const SAYS: Readonly<Record<Provenance, string>> = {
  phantom_truth: 'the simulated chest has',
  expert: 'the expert sees',
  network: 'the network sees',
};

/** By whose word it is said: where the class's key comes from, and whether truth or expert stands behind it. */
export interface SaidBy {
  readonly provenance: Provenance;
  readonly isChecked: boolean;
}

/** The English sentence for one fact. */
export function feedbackSentence(
  finding: MarkableFinding,
  fact: FeedbackFact,
  { provenance, isChecked }: SaidBy,
): string {
  const label = labelOf(finding);
  switch (fact.code) {
    case 'missed':
      return `Missed: ${label} ${placeWords(finding, fact.place)}; ${missedSign(finding, fact.multiple)}.`;
    case 'displaced':
      return `Your ${label} lies ${offsetWords(finding, fact.deeperMm, fact.rightMm)}: look ${placeWords(finding, fact.place).replace('starting ', '')}.`;
    case 'confused':
      return `You marked ${article(label)} ${placeWords(finding, fact.place)}, where ${SAYS[provenance]} ${article(labelOf(fact.actual))}; ${SIGNS[finding]}.`;
    case 'extra':
      return `You marked ${article(label)} ${placeWords(finding, fact.place)}, where ${SAYS[provenance]} none; ${extraSign(finding, fact.multiple)}.`;
    case 'half_credit':
      return `Half credit: ${label} ${placeWords(finding, fact.place)}, which you marked as ${article(labelOf(fact.markedAs))}; experts often disagree here, and ${SIGNS[finding]}.`;
    case 'partly_missed':
      return `You found ${Math.round(fact.share * 100)} % of the ${label} ${placeWords(finding, fact.place)}${partWords(fact.part, 'is missing')}.`;
    case 'too_narrow':
      return `You found the ${label} ${placeWords(finding, fact.place)}, but it is ${RUNS[finding] === 'along' ? 'broader' : 'thicker'} than your mark.`;
    case 'spills':
      return `Your ${label} ${placeWords(finding, fact.place)} goes too far${partWords(fact.part, 'is not there')}.`;
    case 'too_broad':
      return `Your ${label} ${placeWords(finding, fact.place)} is ${RUNS[finding] === 'along' ? 'broader' : 'thicker'} than what is there.`;
    case 'count':
      return countWords(fact.found, fact.expected, fact.extra, label);
    case 'faint':
      return `Your ${label} ${placeWords(finding, fact.place)} is not counted: if something is there, it is too faint to be asked for.`;
    case 'unjudged':
      return `Your ${label} ${placeWords(finding, fact.place)} cannot be judged here: the network, which alone has read this image, is not sure of what is there.`;
    case 'unsure':
      return `The network is not sure of ${article(label)} ${placeWords(finding, fact.place)}${fact.confidence === null ? '' : ` (${Math.round(fact.confidence * 100)} %)`}: it cannot be judged here, and you are not graded by it.`;
    case 'not_scored':
      return `${FINDING_LOOKS[finding].label}: not scored on this image.`;
    case 'found':
      return fact.either === null
        ? `Found: ${label} ${placeWords(finding, fact.place)}.`
        : `Found: ${label} ${placeWords(finding, fact.place)}. You marked it as ${article(labelOf(fact.either))}; experts differ here, and either is right.`;
    case 'welcome':
      return `Right as well, though not asked for: ${label} ${placeWords(finding, fact.place)}.`;
    case 'correct_absence':
      return absenceSentence(label, { provenance, isChecked });
    case 'not_asked':
      return isChecked
        ? `${FINDING_LOOKS[finding].label}: nothing had to be marked here.`
        : `${FINDING_LOOKS[finding].label}: nothing here that the network is sure enough of to ask for.`;
  }
}

/** Only the truth makes an absence right; an expert and a network see none. */
function absenceSentence(label: string, { provenance, isChecked }: SaidBy): string {
  if (!isChecked) return `The network sees no ${label} here, and you marked none.`;
  if (provenance === 'expert') return `Right: the expert sees no ${label} here, and you marked none.`;
  return `Right: there is no ${label} here, and you marked none.`;
}

/** Depth as the ruler beside the image says it, and the side. */
function placeWords(finding: MarkableFinding, place: FeedbackPlace): string {
  const depth = `${Math.max(0, Math.round(place.point.y))} mm deep`;
  return `${RUNS[finding] === 'along' ? `starting ${depth}` : depth}, ${sideWords(place.lateral)}`;
}

function sideWords(lateral: number): string {
  const side = lateral < 0 ? 'left' : 'right';
  const off = Math.abs(lateral);
  if (off <= 0.15) return 'in the middle';
  if (off <= 0.6) return `${side} of the middle`;
  return `near the ${side} edge`;
}

/** A-lines are told by which echo of the pleural line they are; everything else by its sign. */
function missedSign(finding: MarkableFinding, multiple: number | null): string {
  if (finding !== 'a_line' || multiple === null) return SIGNS[finding];
  return `it is an echo of the pleural line, ${multiple} times as deep along the scan line`;
}

function extraSign(
  finding: MarkableFinding,
  multiple: { readonly offMm: number; readonly isWhole: boolean } | null,
): string {
  if (multiple === null) return SIGNS[finding];
  if (multiple.isWhole)
    return 'the depth would fit an A-line, but no echo of the pleural line is to be seen there';
  return `${SIGNS.a_line}, and the nearest one is ${Math.round(multiple.offMm)} mm away`;
}

function partWords(part: FeedbackPart | null, what: string): string {
  return part === null ? '' : `: its ${part} part ${what}`;
}

/** The larger part of an offset in words; lines that run across are first of all too deep or too shallow, B-lines aside. */
function offsetWords(finding: MarkableFinding, deeperMm: number, rightMm: number): string {
  const runs = RUNS[finding];
  const byDepth =
    runs === 'along'
      ? false
      : runs === 'across'
        ? Math.abs(deeperMm) >= 1
        : Math.abs(deeperMm) >= Math.abs(rightMm);
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

/** "You found 2 of 3 B-lines, and one of your marks is none." */
function countWords(found: number, expected: number, extra: number, label: string): string {
  const lines = `${label}${expected === 1 ? '' : 's'}`;
  const shown =
    expected === 0 ? `There is no ${label} to be counted here` : `You found ${found} of ${expected} ${lines}`;
  if (extra === 0) return `${shown}.`;
  const marks = extra === 1 ? 'one of your marks is none' : `${extra} of your marks are none`;
  return `${shown}, and ${marks}.`;
}
