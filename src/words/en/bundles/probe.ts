import { console } from '../console.ts';
import { probe } from '../probe.ts';

/** Of pages where a patient is scanned by hand. */
export const words = { console, probe } as const;
