import { annotations } from '../messages/annotations.ts';

/** What is told of files of annotations, beside the messages of the start. */
export const words = { messages: annotations } as const;
