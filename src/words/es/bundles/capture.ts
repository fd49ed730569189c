import { capture } from '../capture.ts';
import { mMode } from '../m-mode.ts';
import { outline } from '../outline.ts';

export const words = { capture, mMode, outline };
