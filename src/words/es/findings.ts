import type { Translation } from '../../ui/words/words-type.ts';
import type { findings as english } from '../en/findings.ts';

export const findings: Translation<typeof english> = {
  rib: { label: 'Costilla', name: 'costilla' },
};
