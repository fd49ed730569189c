/**
 * A screen's buttons go with it, and the focus with them: it moves to what the new one is about, unless it is somewhere
 * already.
 */
export function focusKeep(selector: string): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
