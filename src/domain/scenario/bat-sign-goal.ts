import type { ScanGoal } from './goal.ts';

/** The first view of any examination, in one zone: a rib, and the pleural line beside it. */
export function batSignIn(zone: string): ScanGoal {
  return { zone, shows: ['rib', 'pleural_line'], patterns: [], sliding: null };
}
