import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Feedback, FeedbackFact, SaidBy } from '../../domain/grading/feedback-fact.ts';
import { RUNS } from '../../domain/grading/offset.ts';
import { say } from '../words/say.ts';
import { offMm, offWay, placeWords, spotWords } from './place-words.ts';

type FactOf<Code extends FeedbackFact['code']> = Extract<FeedbackFact, { readonly code: Code }>;

/**
 * The sentence that says what was right, missed or wrong, where, and what to look for.
 *
 * @param isSignTold whether a sentence above it says already what a missed one of this finding looks like
 */
export function feedbackSentence(feedback: Feedback, isSignTold = false): string {
  const { finding, saidBy } = feedback;
  const name = say(`findings.${finding}.name`);
  const label = say(`findings.${finding}.label`);
  const one = say(`findings.${finding}.one`);
  const sign = say(`grading.sign.${finding}`);
  const place = 'place' in feedback ? placeWords(finding, feedback.place) : '';
  const way = RUNS[finding] === 'along' ? 'along' : 'across';
  switch (feedback.code) {
    case 'missed':
      if (isSignTold && feedback.multiple === null) return say('grading.feedback.missedToo', { name, place });
      return say('grading.feedback.missed', { name, place, sign: missedSign(finding, feedback.multiple) });
    case 'displaced':
      return displacedSentence(finding, feedback);
    case 'confused': {
      const actual = say(`findings.${feedback.actual}.one`);
      return say(`grading.feedback.confused.${saidBy.provenance}`, { one, place, actual, sign });
    }
    case 'extra': {
      const none = say(`findings.${finding}.none`);
      const told = extraSign(finding, feedback.multiple);
      return say(`grading.feedback.extra.${saidBy.provenance}`, { one, place, none, sign: told });
    }
    case 'half_credit': {
      const markedAs = say(`findings.${feedback.markedAs}.one`);
      return say('grading.feedback.halfCredit', { name, place, markedAs, sign });
    }
    case 'partly_missed': {
      const ofThe = say(`findings.${finding}.ofThe`);
      const percent = Math.round(feedback.share * 100);
      return say(`grading.feedback.partlyMissed.${feedback.part ?? 'somewhere'}`, { percent, ofThe, place });
    }
    case 'too_narrow':
      return say(`grading.feedback.tooNarrow.${way}`, { the: say(`findings.${finding}.the`), place });
    case 'shifted':
      return say(`grading.feedback.shifted.${offWay(finding, feedback)}`, {
        the: say(`findings.${finding}.the`),
        mm: offMm(finding, feedback),
        place,
      });
    case 'spills':
      return say(`grading.feedback.spills.${feedback.part ?? 'somewhere'}`, { name, place });
    case 'too_broad':
      return say(`grading.feedback.tooBroad.${way}`, { name, place });
    case 'covered':
      return say('grading.feedback.covered', { the: say(`findings.${finding}.the`), place });
    case 'count': {
      const told = countSentence(finding, feedback);
      const { spare, expected } = feedback;
      if (spare === 0) return told;
      return expected === 0
        ? say('grading.feedback.countSpareOnly', { told, count: spare })
        : say('grading.feedback.countSpare', { told, count: spare });
    }
    case 'faint':
    case 'unjudged':
    case 'welcome':
      return say(`grading.feedback.${feedback.code}`, { name, place });
    case 'unsure': {
      const { confidence } = feedback;
      return confidence === null
        ? say('grading.feedback.unsure', { one, place })
        : say('grading.feedback.unsureShare', { one, place, percent: Math.round(confidence * 100) });
    }
    case 'not_scored':
      return say('grading.feedback.notScored', { label });
    case 'found': {
      const { either } = feedback;
      return either === null
        ? say('grading.feedback.found', { name, place })
        : say('grading.feedback.foundEither', { name, place, either: say(`findings.${either}.one`) });
    }
    case 'correct_absence':
      return absenceSentence(finding, saidBy);
    case 'not_asked':
      return say(`grading.feedback.notAsked.${saidBy.isChecked ? 'checked' : 'unchecked'}`, { label });
  }
}

/** Only the truth makes an absence right; an expert and a network see none. */
function absenceSentence(finding: MarkableFinding, { provenance, isChecked }: SaidBy): string {
  const by = !isChecked ? 'network' : provenance === 'expert' ? 'expert' : 'truth';
  return say(`grading.feedback.absence.${by}`, {
    no: say(`findings.${finding}.no`),
    none: say(`findings.${finding}.none`),
  });
}

/** A-lines are told by which echo of the pleural line they are; everything else by its sign. */
function missedSign(finding: MarkableFinding, multiple: number | null): string {
  return finding === 'a_line' && multiple !== null
    ? say('grading.sign.echo', { multiple })
    : say(`grading.sign.${finding}`);
}

function extraSign(finding: MarkableFinding, multiple: FactOf<'extra'>['multiple']): string {
  if (multiple === null) return say(`grading.sign.${finding}`);
  if (multiple.isWhole) return say('grading.sign.noEcho');
  return say('grading.sign.nearest', { sign: say('grading.sign.a_line'), mm: Math.round(multiple.offMm) });
}

function displacedSentence(finding: MarkableFinding, fact: FactOf<'displaced'>): string {
  return say(`grading.feedback.displaced.${offWay(finding, fact)}`, {
    name: say(`findings.${finding}.name`),
    mm: offMm(finding, fact),
    place: spotWords(fact.place),
  });
}

/** "Counted within 4 mm: 2 of 3 B-lines found, and one of your marks is none." */
function countSentence(
  finding: MarkableFinding,
  { found, expected, extra, withinMm }: FactOf<'count'>,
): string {
  if (expected === 0) {
    const no = say(`findings.${finding}.no`);
    return extra === 0
      ? say('grading.feedback.countNone', { no })
      : say('grading.feedback.countNoneExtra', { no, count: extra });
  }
  const facts = {
    mm: withinMm,
    found,
    count: expected,
    name: say(`findings.${finding}.name`),
    many: say(`findings.${finding}.many`),
  };
  if (extra === 0) return say('grading.feedback.count', facts);
  return extra === 1
    ? say('grading.feedback.countOneExtra', facts)
    : say('grading.feedback.countExtras', { ...facts, extra });
}
