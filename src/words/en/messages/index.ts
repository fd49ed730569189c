import { adapters } from './adapters.ts';
import { annotations } from './annotations.ts';
import { formats } from './formats.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { packages } from './packages.ts';

/** The sentences of messages that pages tell, by their codes: they come with the start of every page. */
export const pageMessages = { ...adapters, ...formats, ...machines, ...network, ...packages } as const;

/** The sentence of every message, by its code; those of annotations are told by commands alone. */
export const messages = { ...pageMessages, ...annotations } as const;
