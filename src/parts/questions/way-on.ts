import type { ComponentChildren } from 'preact';

/** The way on from an answer that is told, where it is not the scenario's own: while it is looked at again. */
export interface WayOn {
  /** Stands over the answer. */
  readonly head: ComponentChildren;
  /** The buttons. */
  readonly actions: ComponentChildren;
  /** The key of "Go on" does this. */
  readonly onNext: () => void;
}
