import { KNOB_ACTIONS } from '../../parts/console/console-actions.ts';
import { SHEET_ACTIONS } from '../../parts/keys/sheet-action.ts';
import { PROBE_ACTIONS } from '../../parts/probe/probe-actions.ts';
import type { Actions } from '../../ui/actions/action.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';
import { LOOKING_ACTIONS } from './play-actions.ts';

/** What a key does in a zone that is frozen; places count from 0. */
export type ZoneDoes =
  | { readonly type: 'pattern'; readonly place: number }
  | { readonly type: 'sliding'; readonly place: number }
  | { readonly type: 'keep' }
  | { readonly type: 'again' };

/** Going from zone to zone while the image runs. */
export const SURVEY_ACTIONS = {
  next: { words: 'keys.survey.next', keys: [{ key: 'n' }], act: () => 'next' },
} as const satisfies Actions<null, 'next'>;

/** Answering a zone that is frozen. */
export const ZONE_ACTIONS = {
  pattern: {
    words: 'keys.survey.pattern',
    keys: ['1', '2', '3', '4', '5'].map((key) => ({ key })),
    act: (_, { index }) => ({ type: 'pattern', place: index }),
  },
  sliding: {
    words: 'keys.survey.sliding',
    keys: ['6', '7', '8'].map((key) => ({ key })),
    act: (_, { index }) => ({ type: 'sliding', place: index }),
  },
  keep: {
    words: 'keys.survey.keep',
    keys: [{ key: 'Enter' }],
    isOnImage: true,
    act: () => ({ type: 'keep' }),
  },
  again: { words: 'keys.survey.again', keys: [{ key: 'b' }], act: () => ({ type: 'again' }) },
} as const satisfies Actions<null, ZoneDoes>;

export const SURVEY_SHEET: Sheet = [
  { title: 'keys.probe.title', actions: PROBE_ACTIONS },
  {
    title: 'keys.scanning.title',
    actions: { freeze: LOOKING_ACTIONS.freeze, ...SURVEY_ACTIONS, ...ZONE_ACTIONS, ...SHEET_ACTIONS },
  },
  { title: 'keys.machine.title', actions: KNOB_ACTIONS },
];
