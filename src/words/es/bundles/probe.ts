import { console } from '../console.ts';
import { probe } from '../probe.ts';

export const words = { console, probe };
