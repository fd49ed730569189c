import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How long a sentence stays in the place of the instruction, ms. */
const SAID_MS = 8000;

/** A sentence that stands for a while in the place of the step's instruction; null for none. */
export function useSaid(stepId: string): Signal<string | null> {
  const said = useSignal<string | null>(null);
  const text = said.value;
  useEffect(() => {
    said.value = null;
  }, [said, stepId]);
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => {
      said.value = null;
    }, SAID_MS);
    return () => clearTimeout(timer);
  }, [said, text]);
  return said;
}
