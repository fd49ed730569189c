import { adapters } from './adapters.ts';
import { courses } from './courses.ts';
import { formats } from './formats.ts';
import { machines } from './machines.ts';
import { network } from './network.ts';
import { packages } from './packages.ts';

/** The sentences of messages that pages tell, by their codes. */
export const pages = { ...adapters, ...courses, ...formats, ...machines, ...network, ...packages };
