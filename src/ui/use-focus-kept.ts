import { useEffect, useRef } from 'preact/hooks';

/** When `what` changes and the control that had the focus went with it, the focus goes to the first that fits. */
export function useFocusKept(selector: string, what: unknown): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }, [what]);
}
