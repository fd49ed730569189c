import type { Work } from '../../domain/medicine/medicine.ts';

const modules = import.meta.glob<readonly Work[]>('../../../docs/medicine.yaml', {
  eager: true,
  import: 'default',
});

/** All works that what the game says of medicine rests on; they were checked when the game was built. */
export const WORKS: readonly Work[] = Object.values(modules).flat();
