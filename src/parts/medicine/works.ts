import type { Work } from '../../domain/medicine/medicine.ts';

/** What the page carries of the register of medicine. */
interface WorksRegister {
  readonly works: readonly Work[];
  /** The works that each statement rests on, by the statement's id. */
  readonly statements: Readonly<Record<string, readonly string[]>>;
}

const modules = import.meta.glob<WorksRegister>('../../../docs/medicine.yaml', {
  eager: true,
  import: 'default',
});
const [register] = Object.values(modules);

/** All works that what the game says of medicine rests on; they were checked when the game was built. */
export const WORKS: readonly Work[] = register?.works ?? [];

/** The works that statements rest on, each once. */
export function statementWorks(statements: readonly string[]): readonly Work[] {
  const ids = new Set(statements.flatMap((statement) => register?.statements[statement] ?? []));
  return WORKS.filter(({ id }) => ids.has(id));
}
