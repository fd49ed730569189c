import type { Translation } from '../../ui/words/words-type.ts';
import type { medicine as english } from '../en/medicine.ts';

export const medicine: Translation<typeof english> = {
  sources: 'Fuentes',
};
