import type { Player } from '../player.ts';

/**
 * Goes everywhere and freezes what is asked for, but hands in no marks, and says nothing but what it takes to go on: of a zone
 * that it is healthy, of proposals that all are right.
 */
export function idleCreate(): Player {
  return {
    marks: () => [],
    reply: () => null,
    pose: ({ right }) => right,
    sign: () => null,
    reading: ({ asksSliding }) => ({ pattern: 'a_lines', sliding: asksSliding ? 'yes' : null }),
    proposal: () => ({ act: 'accept', confidence: 1, mend: null }),
    missing: () => ({ finding: null, confidence: 1 }),
  };
}
