import { packages } from '../packages.ts';

export const words = { packages };
