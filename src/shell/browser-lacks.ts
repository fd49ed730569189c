/** What of a browser the game asks for, and may do without. */
export interface BrowserFacts {
  /** Over https or from the same computer: anything else gets neither camera nor private files nor threads. */
  readonly isSecure: boolean;
  readonly hasWorker: boolean;
  readonly hasWebAssembly: boolean;
  readonly hasOffscreenCanvas: boolean;
  readonly hasLocks: boolean;
}

export function browserFacts(scope: Window & typeof globalThis = window): BrowserFacts {
  return {
    isSecure: scope.isSecureContext,
    hasWorker: typeof scope.Worker === 'function',
    hasWebAssembly: typeof scope.WebAssembly === 'object',
    hasOffscreenCanvas: typeof scope.OffscreenCanvas === 'function',
    hasLocks: 'locks' in scope.navigator && scope.navigator.locks !== undefined,
  };
}

/** Why nothing runs here, and which browsers do; null where the game runs. */
export function browserRefusal({ hasWorker }: BrowserFacts): string | null {
  if (hasWorker) return null;
  return 'Batsign cannot run here: this browser gives the page no web workers, in which its images and its network run. Open it in a current Chrome, Edge, Firefox or Safari, and see that nothing there blocks workers.';
}

/** What is not possible here though the game runs, and how to get it; empty where all is. */
export function browserLacks(facts: BrowserFacts): readonly string[] {
  const { isSecure, hasWebAssembly, hasOffscreenCanvas, hasLocks } = facts;
  const lacks: string[] = [];
  if (!isSecure) {
    lacks.push(
      'Over plain http the browser gives this page no camera and no room for clips: your own machine cannot be shown, clips are lost when the page is closed, and the network is slower. Scores are kept. Over https, or as localhost on the computer that serves it, all of it works.',
    );
  }
  if (!hasOffscreenCanvas) {
    lacks.push(
      'Your own clips and your own machine cannot be shown, since this browser lacks OffscreenCanvas. Chrome or Edge 69, Firefox 105, Safari 16.4 and newer have it.',
    );
  }
  if (!hasWebAssembly) {
    lacks.push(
      'The network may not run here, since this browser lacks WebAssembly or it is switched off. Simulated images are graded by their truth all the same. Any current Chrome, Edge, Firefox or Safari has it.',
    );
  }
  if (isSecure && !hasLocks) {
    lacks.push(
      'Clips are lost when the page is closed, since this browser lacks Web Locks. Chrome or Edge 69, Firefox 96, Safari 15.4 and newer have them.',
    );
  }
  return lacks;
}
