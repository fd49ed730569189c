import type { KeyPlace } from '../../ui/actions/action-find.ts';

/** Where a key was pressed, by the element that has the focus. */
export function keyPlace(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'image';
  if (target.matches('input:not([type=radio],[type=checkbox],[type=range]), textarea, select')) return 'text';
  if (target.closest('#screen') !== null || target.matches('body, main')) return 'image';
  return 'control';
}
