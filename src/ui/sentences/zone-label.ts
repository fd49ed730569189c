import type { Zone } from '../../domain/scan/zones.ts';
import { say } from '../words/say.ts';

/** A zone in words, for a list or a screen reader: "Right lower anterior". */
export function zoneLabel({ side, name }: Pick<Zone, 'side' | 'name'>): string {
  return say(`zones.${side}.${name}`);
}
