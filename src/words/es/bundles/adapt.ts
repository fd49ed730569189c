import { adapt } from '../adapt.ts';

export const words = { adapt };
