import { console } from '../console.ts';
import { probe } from '../probe.ts';
import { zones } from '../zones.ts';

export const words = { console, probe, zones };
