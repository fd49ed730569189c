import { capture } from '../capture.ts';
import { mMode } from '../m-mode.ts';
import { outline } from '../outline.ts';

/** Of pages that take images of a file or a device, also of an M-mode strip. */
export const words = { capture, mMode, outline } as const;
