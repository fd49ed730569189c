import { live } from '../live.ts';

export const words = { live };
