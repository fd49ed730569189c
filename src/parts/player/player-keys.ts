import type { KeyCombination } from '../../ui/actions/action.ts';

/** The keys of what the player's buttons do, wherever they stand. */
export const OVERLAY_KEYS: readonly KeyCombination[] = [{ key: 'o' }];
export const LOOP_KEYS: readonly KeyCombination[] = [{ key: 'p' }];
