import { say } from '../../ui/words/say.ts';

const NAMED = {
  Space: 'space',
  Shift: 'shift',
  Enter: 'enter',
  Home: 'home',
  End: 'end',
  'Page ↑': 'pageUp',
  'Page ↓': 'pageDown',
  '+ arrow': 'arrow',
} as const;

/**
 * What stands on a key in the language of the page.
 *
 * @param key as an English keyboard has it; letters and signs are everywhere the same
 */
export function keyName(key: string): string {
  return key in NAMED ? say(`keys.name.${NAMED[key as keyof typeof NAMED]}`) : key;
}
