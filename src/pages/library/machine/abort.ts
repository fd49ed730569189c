import type { AbortSignalLike } from '../../../ports/scenario-effects.ts';

/** An AbortController; the machines are compiled without the DOM's types. */
export function abortMake(): { readonly signal: AbortSignalLike; abort(): void } {
  const listeners: (() => void)[] = [];
  let isAborted = false;
  return {
    signal: {
      get aborted() {
        return isAborted;
      },
      addEventListener(_type, listener) {
        listeners.push(listener);
      },
    },
    abort() {
      if (isAborted) return;
      isAborted = true;
      for (const listener of listeners) listener();
    },
  };
}
