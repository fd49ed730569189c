import { type ActorRefFrom, assign, setup } from 'xstate';
import { scanPreset } from '../../../domain/scan/scan-presets.ts';
import type { ProbeView } from '../../../ports/frame-source.ts';
import {
  controlsSet,
  mLineSet,
  type ProbeContext,
  type ProbeEvent,
  poseMove,
  poseSet,
  sideFollow,
  tgcSet,
  zoneGo,
} from './probe-context.ts';

/** A probe that has not moved for this long rests. */
const REST_MS = 400;

/** The probe's pose and the scanner's controls, with the M-mode's line. */
export interface ProbeStand {
  readonly view: ProbeView;
  /** Scan line, -1 to 1; null where no M-mode runs. */
  readonly mLine: number | null;
}

export interface ProbeInput extends ProbeStand {
  /** Told of every move at once. */
  readonly onMove: (stand: ProbeStand) => void;
  /** Told when the probe rests after moves. */
  readonly onRest: (stand: ProbeStand) => void;
}

interface ProbeMachineContext extends ProbeContext, Pick<ProbeInput, 'onMove' | 'onRest'> {}

/** An event of one type. */
type Of<Type extends ProbeEvent['type']> = Extract<ProbeEvent, { readonly type: Type }>;

/** Each move begins the wait for rest anew. */
const MOVING = { target: '.moving', reenter: true } as const;

/** The probe that the learner moves while a patient's image runs: `still`, or `moving` until it rests. */
export const probeMachine = setup({
  types: { context: {} as ProbeMachineContext, events: {} as ProbeEvent, input: {} as ProbeInput },
  actions: {
    poseSet: assign(({ context }, { pose }: Of<'pose.set'>) => poseSet(context, pose)),
    poseMove: assign(({ context }, { by }: Of<'pose.move'>) => poseMove(context, by)),
    zoneGo: assign(({ context }, { zoneId }: Of<'zone.go'>) => zoneGo(context, zoneId)),
    sidePick: assign((_, { side }: Of<'side.pick'>) => ({ side })),
    controlsSet: assign(({ context }, { controls }: Of<'controls.set'>) => controlsSet(context, controls)),
    tgcSet: assign(({ context }, { slider, db }: Of<'tgc.set'>) => tgcSet(context, slider, db)),
    presetTake: assign((_, { preset }: Of<'preset.pick'>) => ({ controls: scanPreset(preset) })),
    mLineSet: assign((_, { lateral }: Of<'m_line.set'>) => mLineSet(lateral)),
    moveTell: ({ context }) => context.onMove(standOf(context)),
    restTell: ({ context }) => context.onRest(standOf(context)),
  },
  delays: { rest: REST_MS },
}).createMachine({
  id: 'probe',
  context: ({ input: { view, mLine, onMove, onRest } }) => ({
    pose: view.pose,
    controls: view.controls,
    side: sideFollow('front', view.pose),
    mLine,
    onMove,
    onRest,
  }),
  initial: 'still',
  on: {
    'pose.set': { ...MOVING, actions: [{ type: 'poseSet', params: ({ event }) => event }, 'moveTell'] },
    'pose.move': { ...MOVING, actions: [{ type: 'poseMove', params: ({ event }) => event }, 'moveTell'] },
    'zone.go': { ...MOVING, actions: [{ type: 'zoneGo', params: ({ event }) => event }, 'moveTell'] },
    'side.pick': { ...MOVING, actions: [{ type: 'sidePick', params: ({ event }) => event }, 'moveTell'] },
    'controls.set': {
      ...MOVING,
      actions: [{ type: 'controlsSet', params: ({ event }) => event }, 'moveTell'],
    },
    'tgc.set': { ...MOVING, actions: [{ type: 'tgcSet', params: ({ event }) => event }, 'moveTell'] },
    'preset.pick': { ...MOVING, actions: [{ type: 'presetTake', params: ({ event }) => event }, 'moveTell'] },
    'm_line.set': { ...MOVING, actions: [{ type: 'mLineSet', params: ({ event }) => event }, 'moveTell'] },
  },
  states: {
    still: {},
    moving: { after: { rest: { target: 'still', actions: 'restTell' } } },
  },
});

export type ProbeActor = ActorRefFrom<typeof probeMachine>;

function standOf({ pose, controls, mLine }: ProbeContext): ProbeStand {
  return { view: { pose, controls }, mLine };
}
