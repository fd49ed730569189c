import { console } from '../console.ts';
import { probe } from '../probe.ts';
import { zones } from '../zones.ts';

/** Of pages where a patient is scanned by hand. */
export const words = { console, probe, zones } as const;
