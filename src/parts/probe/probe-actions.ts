import type { Actions, Strides } from '../../ui/actions/action.ts';
import { ARROW_KEYS, ARROW_WAYS, pairWay } from '../../ui/actions/arrows.ts';
import type { ProbeEvent } from './machine/probe-context.ts';

type ProbeMove = Extract<ProbeEvent, { readonly type: 'pose.move' }>;

const SLIDE_MM: Strides = { plain: 4, far: 20, fine: 1 };
const TURN_RAD: Strides = { plain: Math.PI / 36, far: Math.PI / 12, fine: Math.PI / 180 };
const TILT_RAD: Strides = { plain: Math.PI / 90, far: Math.PI / 18, fine: Math.PI / 180 };
const PRESS: Strides = { plain: 0.05, far: 0.2, fine: 0.01 };

/** The keys that hold the probe; arrows slide it while the image runs. */
export const PROBE_ACTIONS = {
  slide: {
    words: 'keys.probe.slide',
    keys: ARROW_KEYS,
    isOnImage: true,
    strides: { far: 'keys.probe.slideFar' },
    modes: ['running'],
    act: (_, { index, stride }) => {
      const [x, y] = ARROW_WAYS[index]!;
      return { type: 'pose.move', by: { aroundMm: x * SLIDE_MM[stride], downMm: y * SLIDE_MM[stride] } };
    },
  },
  turn: {
    words: 'keys.probe.turn',
    keys: [{ key: 'a' }, { key: 'd' }],
    strides: {},
    act: (_, press) => ({ type: 'pose.move', by: { rotationRad: -pairWay(press) * TURN_RAD[press.stride] } }),
  },
  tilt: {
    words: 'keys.probe.tilt',
    keys: [{ key: 'w' }, { key: 's' }],
    strides: {},
    act: (_, press) => ({ type: 'pose.move', by: { tiltRad: -pairWay(press) * TILT_RAD[press.stride] } }),
  },
  press: {
    words: 'keys.probe.press',
    keys: [{ key: 'q' }, { key: 'e' }],
    strides: {},
    act: (_, press) => ({ type: 'pose.move', by: { pressure: pairWay(press) * PRESS[press.stride] } }),
  },
} as const satisfies Actions<unknown, ProbeMove, 'running'>;
