import { createContext } from 'preact';
import type { TermId } from '../domain/medicine/glossary.ts';
import type { TextPiece } from '../domain/medicine/term-mentions.ts';

/** Which words of the texts below are terms that can be looked up, and how. */
export interface TermLinks {
  /** By paragraph. */
  readonly pieces: ReadonlyMap<string, readonly TextPiece[]>;
  readonly open: (id: TermId) => void;
}

/** Null where nothing is looked up. */
export const TermLinksContext = createContext<TermLinks | null>(null);
