import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { AnyActorRef, SnapshotFrom } from 'xstate';

/** A part of the actor's snapshot; the component is drawn again only when that part is another one. */
export function useSelected<Actor extends AnyActorRef, Part>(
  actor: Actor,
  select: (snapshot: SnapshotFrom<Actor>) => Part,
): Part {
  const [, redraw] = useReducer((count: number, _: null) => count + 1, 0);
  const part = select(actor.getSnapshot());
  const drawn = useRef({ part, select });
  drawn.current = { part, select };
  useEffect(() => {
    const look = (): void => {
      const { part: before, select: latest } = drawn.current;
      if (!Object.is(latest(actor.getSnapshot()), before)) redraw(null);
    };
    const subscription = actor.subscribe(look);
    // What happened between drawing and subscribing would be missed otherwise.
    look();
    return () => subscription.unsubscribe();
  }, [actor]);
  return part;
}
