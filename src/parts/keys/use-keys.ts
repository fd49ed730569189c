import { useLayoutEffect, useRef } from 'preact/hooks';
import type { KeyPlace } from '../../ui/actions/action-find.ts';
import { settings } from '../../ui/settings.ts';
import { keyPlace } from './key-place.ts';

/** Returns whether it used the key. `areKeysOn`: single letters are wanted as shortcuts. */
export type KeyHandler = (event: KeyboardEvent, place: KeyPlace, areKeysOn: boolean) => boolean;

/**
 * Hears the keys of the whole page while a component is there: not those that another has used, nor those of an open
 * dialog. It listens from the moment that the component is drawn; an effect after the painting would lose the first
 * press of who is quick.
 */
export function useKeys(handler: KeyHandler): void {
  const latest = useRef(handler);
  latest.current = handler;
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (latest.current(event, keyPlace(event.target), settings.peek().areKeysOn)) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
