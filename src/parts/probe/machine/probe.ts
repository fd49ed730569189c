import { type ActorRefFrom, assign, setup } from 'xstate';
import { scanPreset } from '../../../domain/scan/scan-presets.ts';
import type { ProbeView } from '../../../ports/frame-source.ts';
import {
  controlsSet,
  mLineSet,
  type ProbeChange,
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

/** Where the probe is, and on which scan line an M-mode runs, -1 to 1; null for none. */
export interface ProbeStand {
  readonly view: ProbeView;
  readonly mLine: number | null;
}

export interface ProbeInput extends ProbeStand {
  /** Told of every move at once. */
  readonly onMove: (stand: ProbeStand) => void;
  /** Told when the probe rests after moves. */
  readonly onRest: (stand: ProbeStand) => void;
}

interface HandContext extends ProbeContext, Pick<ProbeInput, 'onMove' | 'onRest'> {}

/** The probe in the learner's hand while a patient's image runs: `still`, or `moving` until it rests. */
export const probeMachine = setup({
  types: { context: {} as HandContext, events: {} as ProbeEvent, input: {} as ProbeInput },
  actions: {
    take: assign(({ context, event }) => probeTake(context, event)),
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
  on: { '*': { target: '.moving', reenter: true, actions: ['take', 'moveTell'] } },
  states: {
    still: {},
    moving: { after: { rest: { target: 'still', actions: 'restTell' } } },
  },
});

export type ProbeActor = ActorRefFrom<typeof probeMachine>;

function standOf({ pose, controls, mLine }: ProbeContext): ProbeStand {
  return { view: { pose, controls }, mLine };
}

function probeTake(context: ProbeContext, event: ProbeEvent): ProbeChange {
  switch (event.type) {
    case 'pose.set':
      return poseSet(context, event.pose);
    case 'pose.move':
      return poseMove(context, event.by);
    case 'zone.go':
      return zoneGo(context, event.zoneId);
    case 'side.pick':
      return { side: event.side };
    case 'controls.set':
      return controlsSet(context, event.controls);
    case 'tgc.set':
      return tgcSet(context, event.slider, event.db);
    case 'preset.pick':
      return { controls: scanPreset(event.preset) };
    case 'm_line.set':
      return mLineSet(event.lateral);
  }
}
