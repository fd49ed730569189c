import type { Translation } from '../../ui/words/words-type.ts';
import type { en } from '../en/index.ts';
import { capture } from './capture.ts';
import { findings } from './findings.ts';
import { grading } from './grading.ts';
import { keyNames } from './key-names.ts';
import { library } from './library.ts';
import { live } from './live.ts';
import { markingNotice } from './marking-notice.ts';
import { messages } from './messages/index.ts';
import { offline } from './offline.ts';
import { opening } from './opening.ts';
import { outline } from './outline.ts';
import { player } from './player.ts';
import { session } from './session.ts';

export const es: Translation<typeof en> = {
  capture,
  findings,
  grading,
  keyNames,
  library,
  live,
  markingNotice,
  messages,
  offline,
  opening,
  outline,
  player,
  session,
};
