import type { AdapterMessages } from './adapter-messages.ts';
import type { AnnotationMessages } from './annotation-messages.ts';
import type { CourseMessages } from './course-messages.ts';
import type { FormatMessages } from './format-messages.ts';
import type { MachineMessages } from './machine-messages.ts';
import type { NetworkMessages } from './network-messages.ts';
import type { PackageMessages } from './package-messages.ts';

/**
 * Everything that rooms without words have to tell a person, by code, with the numbers and names that the sentence
 * needs. `words/XX/messages/` holds the sentence of each code.
 */
export interface MessageFacts
  extends AdapterMessages,
    AnnotationMessages,
    CourseMessages,
    FormatMessages,
    MachineMessages,
    NetworkMessages,
    PackageMessages {}

export type MessageCode = keyof MessageFacts;

/** One thing to tell a person: plain data, so that it crosses to and from workers and can be kept. */
export type MessageFact<Code extends MessageCode = MessageCode> = {
  readonly [Each in Code]: { readonly code: Each } & MessageFacts[Each];
}[Code];
