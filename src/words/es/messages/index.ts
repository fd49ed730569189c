import { adapters } from './adapters.ts';
import { annotations } from './annotations.ts';
import { formats } from './formats.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { packages } from './packages.ts';

/** The sentences of messages that pages tell, by their codes. */
export const pageMessages = { ...adapters, ...formats, ...machines, ...network, ...packages };

/** The sentence of every message, by its code. */
export const messages = { ...pageMessages, ...annotations };
