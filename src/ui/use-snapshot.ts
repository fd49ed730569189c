import { useEffect, useReducer } from 'preact/hooks';
import type { AnyActorRef, SnapshotFrom } from 'xstate';

/** The actor's snapshot, null where there is no actor; the component is drawn again when it changes. */
export function useSnapshot<Actor extends AnyActorRef>(actor: Actor): SnapshotFrom<Actor>;
export function useSnapshot<Actor extends AnyActorRef>(actor: Actor | null): SnapshotFrom<Actor> | null;
export function useSnapshot<Actor extends AnyActorRef>(actor: Actor | null): SnapshotFrom<Actor> | null {
  const [, redraw] = useReducer((count: number, _: null) => count + 1, 0);
  useEffect(() => {
    if (actor === null) return;
    const subscription = actor.subscribe(() => redraw(null));
    // A change between drawing and subscribing would be missed otherwise.
    redraw(null);
    return () => subscription.unsubscribe();
  }, [actor]);
  return actor === null ? null : actor.getSnapshot();
}
