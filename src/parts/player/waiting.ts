import type { ScenarioSource } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';

/** The text on the screen before the first image of a kind of source. */
export function waitingText(kind: ScenarioSource['kind']): string {
  return say(`player.waiting.${kind}`);
}
