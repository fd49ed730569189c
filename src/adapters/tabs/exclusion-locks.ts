import type { Exclusion, Release } from './exclusion.ts';

/**
 * By web locks, which also tell when a page that had one has gone or stopped.
 *
 * @param onLost told that another page seized what this one had
 */
export function exclusionLocks(
  locks: LockManager,
  prefix: string,
  onLost: (name: string) => void,
): Exclusion {
  const held = new Set<string>();

  /** Resolves with the lock held; rejects when the options' signal aborts. */
  const lock = (name: string, options: LockOptions): Promise<Release> =>
    new Promise((done, fail) => {
      locks
        .request(prefix + name, options, () => {
          held.add(name);
          return new Promise<void>((unlock) =>
            done(() => {
              held.delete(name);
              unlock();
            }),
          );
        })
        .catch((error: unknown) => {
          // What was held is rejected when another page takes it by force.
          if (held.delete(name)) onLost(name);
          else fail(error);
        });
    });

  return {
    // A page that is loaded again lets go of its lock about when its next self asks for it: that is waited for.
    async request(name, limitMs) {
      try {
        return await lock(name, { signal: AbortSignal.timeout(limitMs) });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'TimeoutError') return null;
        throw error;
      }
    },
    seize: (name) => lock(name, { steal: true }),
    close() {},
  };
}
