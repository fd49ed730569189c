import type { Translation } from '../../ui/words/words-type.ts';
import type { scanner as english } from '../en/scanner.ts';

export const scanner: Translation<typeof english> = {
  status: '{{probe}}  ·  {{cm, number(maximumFractionDigits: 1)}} cm  ·  {{rate}}',
  probe: { convex: 'Convexa', linear: 'Lineal' },
  rate: '{{hz, number}} Hz',
  still: 'quieta',
};
