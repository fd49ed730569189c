import type { Zone } from '../../domain/scan/zones.ts';
import type { ZoneAnswer } from '../../domain/survey/survey.ts';
import type { ZoneReading } from '../../domain/survey/zone-reading.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';

/** The pattern of a zone, or its LUS score, in words. */
export function patternWords(pattern: ZoneReading['pattern'], answers: ZoneAnswer): string {
  return say(answers === 'lus_score' ? `survey.score.${pattern}` : `survey.pattern.${pattern}`);
}

/** The whole answer of a zone in words. */
export function readingWords({ pattern, sliding }: ZoneReading, answers: ZoneAnswer): string {
  const said = patternWords(pattern, answers);
  return sliding === null ? said : `${said} · ${say(`survey.sliding.${sliding}`)}`;
}

/** A zone's name with the code that charts use, where it has one of its own. */
export function zoneNamed(zone: Zone): string {
  return zone.set === 'blue_6' ? zoneLabel(zone) : `${zoneLabel(zone)} (${zone.id})`;
}
