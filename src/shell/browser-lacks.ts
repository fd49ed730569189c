import { say } from '../ui/words/say.ts';

/** Abilities of a browser that the game asks for, and may do without. */
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
  return say('shell.lacks.workers');
}

/** Says what is not possible here though the game runs, and how to get it; empty where all is. */
export function browserLacks(facts: BrowserFacts): readonly string[] {
  const { isSecure, hasWebAssembly, hasOffscreenCanvas, hasLocks } = facts;
  const lacks: string[] = [];
  if (!isSecure) lacks.push(say('shell.lacks.https'));
  if (!hasOffscreenCanvas) lacks.push(say('shell.lacks.canvas'));
  if (!hasWebAssembly) lacks.push(say('shell.lacks.wasm'));
  if (isSecure && !hasLocks) lacks.push(say('shell.lacks.locks'));
  return lacks;
}
