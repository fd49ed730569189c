import { adapters } from './adapters.ts';
import { annotations } from './annotations.ts';
import { formats } from './formats.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { packages } from './packages.ts';

/** The sentence of every message, by its code. */
export const messages = {
  ...adapters,
  ...annotations,
  ...formats,
  ...machines,
  ...network,
  ...packages,
} as const;
