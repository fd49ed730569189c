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

  /** Resolves with the lock held, or with null where it is not available; rejects when the options' signal aborts. */
  const lock = (name: string, options: LockOptions): Promise<Release | null> =>
    new Promise((done, fail) => {
      locks
        .request(prefix + name, options, (granted) => {
          if (granted === null) return done(null);
          held.add(name);
          return new Promise<void>((unlock) =>
            done(() => {
              held.delete(name);
              unlock();
            }),
          );
        })
        .catch((error: unknown) => {
          // A lock that was held is rejected when another page takes it by force.
          if (held.delete(name)) onLost(name);
          else fail(error);
        });
    });

  return {
    async request(name, limitMs) {
      // However long the browser takes to answer: a lock that nobody has is granted.
      const free = await lock(name, { ifAvailable: true });
      if (free !== null) return free;
      try {
        return await lock(name, { signal: AbortSignal.timeout(limitMs) });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'TimeoutError') return null;
        throw error;
      }
    },
    async seize(name) {
      // Never refused.
      return (await lock(name, { steal: true }))!;
    },
    close() {},
  };
}
