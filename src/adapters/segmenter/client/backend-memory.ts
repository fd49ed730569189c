import type { SegmenterBackend } from '../../../ports/segmenter.ts';

/** Keeps short texts over visits, as localStorage does. */
export interface BackendMemory {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
}

/** Backends in the order in which they are tried. */
export const BACKENDS: readonly SegmenterBackend[] = ['webgpu', 'webgl', 'wasm'];

/** localStorage, or nothing at all where the browser denies it. */
export const memoryLocal: BackendMemory = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Without a memory the backends are timed again on the next visit.
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};

/** A memory that can be told to keep nothing any more in this page: a contest may end after all was erased. */
export function memoryForgetful(memory: BackendMemory = memoryLocal): BackendMemory & { forget(): void } {
  let isForgotten = false;
  return {
    get: (key) => memory.get(key),
    set(key, value) {
      if (!isForgotten) memory.set(key, value);
    },
    remove: (key) => memory.remove(key),
    forget() {
      isForgotten = true;
    },
  };
}

/** The key of the winner in storage: another model or browser version is another contest. */
export function memoryKey(manifest: unknown, userAgent: string): string {
  const sha256 = (manifest as { sha256?: unknown } | null)?.sha256;
  return `batsign.segmenter.backend.${String(sha256).slice(0, 16)}.${userAgent}`;
}

export function backendRemembered(memory: BackendMemory, key: string): SegmenterBackend | null {
  const name = memory.get(key);
  return BACKENDS.find((backend) => backend === name) ?? null;
}
