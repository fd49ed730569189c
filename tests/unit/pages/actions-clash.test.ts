import { expect, test } from 'vitest';
import { CLIP_ACTIONS } from '../../../src/pages/library/clip-actions.ts';
import { LIVE_ACTIONS } from '../../../src/pages/live/live-actions.ts';
import { M_LINE_ACTIONS, PLAY_ACTIONS } from '../../../src/pages/play/play-actions.ts';
import { PROPOSALS_ACTIONS } from '../../../src/pages/play/proposals-actions.ts';
import { CARRY_ACTIONS } from '../../../src/pages/studio/carry-actions.ts';
import { CONSOLE_ACTIONS, KNOB_ACTIONS } from '../../../src/parts/console/console-actions.ts';
import { SHEET_ACTIONS } from '../../../src/parts/keys/sheet-action.ts';
import { MOVING_ACTIONS } from '../../../src/parts/labelling/moving-actions.ts';
import { MARKING_ACTIONS } from '../../../src/parts/marking/marking-actions.ts';
import { PROBE_ACTIONS } from '../../../src/parts/probe/probe-actions.ts';
import { NEXT_ACTIONS, QUICK_ACTIONS, SURE_ACTIONS } from '../../../src/parts/questions/answer-actions.ts';
import type { Actions } from '../../../src/ui/actions/action.ts';
import { actionsClash } from '../../../src/ui/actions/action-clash.ts';

/** Everything that hears the keyboard at once, by page and step. */
const PAGES: Readonly<Record<string, Readonly<Record<string, Actions<never, unknown>>>>> = {
  'the console': { console: CONSOLE_ACTIONS, sheet: SHEET_ACTIONS },
  'a step in which is marked': { play: PLAY_ACTIONS, marking: MARKING_ACTIONS, sheet: SHEET_ACTIONS },
  'a step in which is scanned': {
    play: PLAY_ACTIONS,
    probe: PROBE_ACTIONS,
    knobs: KNOB_ACTIONS,
    sheet: SHEET_ACTIONS,
  },
  'a step in which M-mode runs': { play: PLAY_ACTIONS, line: M_LINE_ACTIONS, sheet: SHEET_ACTIONS },
  'a question of a round': {
    play: PLAY_ACTIONS,
    sure: SURE_ACTIONS,
    next: NEXT_ACTIONS,
    sheet: SHEET_ACTIONS,
  },
  'a question of a drill': {
    play: PLAY_ACTIONS,
    quick: QUICK_ACTIONS,
    next: NEXT_ACTIONS,
    sheet: SHEET_ACTIONS,
  },
  'a step with proposals': { play: PLAY_ACTIONS, proposals: PROPOSALS_ACTIONS, sheet: SHEET_ACTIONS },
  'a clip': { clip: CLIP_ACTIONS, sheet: SHEET_ACTIONS },
  'drawing a key': { carry: CARRY_ACTIONS, moving: MOVING_ACTIONS, marking: MARKING_ACTIONS },
  'the live image': { live: LIVE_ACTIONS, sheet: SHEET_ACTIONS },
};

test.each(Object.entries(PAGES))('no press means two things on %s', (_, tables) => {
  expect(actionsClash(tables)).toEqual([]);
});
