/** A publication that a medical statement rests on. */
export interface Work {
  /** First author and year, such as `volpicelli-2012`. */
  readonly id: string;
  /** Authors, as they shall stand in a list of sources. */
  readonly by: string;
  readonly title: string;
  /** Journal with volume and pages, or publisher. */
  readonly place: string;
  readonly year: number;
  /** Without `https://doi.org/`; null where none is certain. */
  readonly doi: string | null;
  readonly pmid: number | null;
  /** How far it was looked up when it was entered: `no` is from memory alone. */
  readonly checked: 'no' | 'details' | 'abstract' | 'text';
}

/** Something that the game says of medicine, and by whose word. */
export interface Statement {
  readonly id: string;
  /** In full, with every term that a text resting on it may use. */
  readonly says: string;
  /** The simplification that the statement makes; null where it makes none. */
  readonly simplified: string | null;
  readonly works: readonly Work[];
  /** Texts of the game itself (not of scenarios) that say it, word for word. */
  readonly game: readonly string[];
}

/** All that the game says of medicine. */
export interface Medicine {
  readonly works: readonly Work[];
  readonly statements: ReadonlyMap<string, Statement>;
  /** Texts of the game itself that use a medical term and state nothing: instructions, names, figures. */
  readonly instructions: readonly string[];
}

/** The works behind statements, each once, in the order in which they are named; unknown ids have none. */
export function worksOf(medicine: Medicine, ids: readonly string[]): readonly Work[] {
  const works = ids.flatMap((id) => medicine.statements.get(id)?.works ?? []);
  return works.filter((work, i) => works.findIndex(({ id }) => id === work.id) === i);
}
