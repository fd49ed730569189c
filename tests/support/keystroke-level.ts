/**
 * The keystroke-level model of Card, Moran and Newell, The Psychology of Human-Computer Interaction (1983), chapter 8:
 * how long somebody takes who knows the way and makes no mistake. Waiting for the computer and reading are not in it.
 */

/** Seconds of each operator: a key of an average typist, pointing, pressing or letting go of a button, a hand's way, a thought. */
const K = 0.28;
const P = 1.1;
const B = 0.1;
const H = 0.4;
const M = 1.35;

/** Seconds to draw straight segments: for each of them, and for each centimetre. */
const DRAW_SEGMENT = 0.9;
const DRAW_CM = 0.16;

/** Of a CSS pixel, which is a 96th of an inch. */
const CM_PER_PX = 2.54 / 96;

/** One thing that somebody does. */
export type Action =
  | { readonly kind: 'click' }
  /** A stroke with the button held: its corners after the first, and its length in CSS pixels. */
  | { readonly kind: 'drag'; readonly segments: number; readonly lengthPx: number }
  /** Text into one field. */
  | { readonly kind: 'text'; readonly keys: number }
  /** One of a list that opens. */
  | { readonly kind: 'choice' }
  /** Files in the dialog of the system: its button, the files, and "Open". */
  | { readonly kind: 'files' };

/** Seconds for an action, with a thought before each: where several are one unit of thought it is less. */
export function actionSeconds(action: Action): number {
  const click = P + 2 * B;
  switch (action.kind) {
    case 'click':
      return M + click;
    case 'drag':
      return M + click + DRAW_SEGMENT * action.segments + DRAW_CM * CM_PER_PX * action.lengthPx;
    case 'text':
      // The field is pointed at; then the hand goes to the keys and back.
      return M + click + 2 * H + K * action.keys;
    case 'choice':
      return M + 2 * click;
    case 'files':
      return M + 3 * click;
  }
}

/** What was done, counted, and the seconds of it. */
export interface Effort {
  readonly clicks: number;
  readonly drags: number;
  readonly keys: number;
  readonly seconds: number;
}

export function effortOf(actions: readonly Action[]): Effort {
  const effort = { clicks: 0, drags: 0, keys: 0, seconds: 0 };
  for (const action of actions) {
    effort.seconds += actionSeconds(action);
    if (action.kind === 'drag') effort.drags += 1;
    else effort.clicks += { click: 1, text: 1, choice: 2, files: 3 }[action.kind];
    if (action.kind === 'text') effort.keys += action.keys;
  }
  return effort;
}
