import { fromCallback } from 'xstate';
import { type SessionEffects, type SessionState, snapshotOf } from './session-effects.ts';

/** `state` null forgets the stored session. */
export interface KeeperEvent {
  readonly type: 'keep';
  readonly state: SessionState | null;
}

export interface KeeperFailed {
  readonly type: 'keeper.failed';
  readonly message: string;
}

/**
 * Stores the session, one write at a time and the newest state last; states that a newer one overtakes while
 * a write is under way are never written. Stopping it does not lose what it was given.
 */
export function sessionKeeperCreate({ store, now }: SessionEffects) {
  return fromCallback<KeeperEvent>(({ receive, sendBack }) => {
    let waiting: KeeperEvent | null = null;
    let isWriting = false;

    const write = async (): Promise<void> => {
      isWriting = true;
      for (let event = waiting; event !== null; event = waiting) {
        waiting = null;
        try {
          if (event.state === null) await store.sessionClear();
          else await store.sessionSave(snapshotOf(event.state, now()));
        } catch (error) {
          sendBack({ type: 'keeper.failed', message: messageOf(error) } satisfies KeeperFailed);
        }
      }
      isWriting = false;
    };

    receive((event) => {
      waiting = event;
      if (!isWriting) void write();
    });
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== ''
    ? error.message
    : 'Something went wrong here. Try again.';
}
