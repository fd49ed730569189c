import { type ActorRefFrom, type AnyEventObject, assign, fromCallback, fromPromise, setup } from 'xstate';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import { scanPreset } from '../../../domain/scan/scan-presets.ts';
import type { HeldImages, ProbeView, SourceFrame } from '../../../ports/frame-source.ts';
import { cineGapMs } from '../../player/machine/cine.ts';
import {
  controlsSet,
  mLineSet,
  poseMove,
  poseSet,
  tgcSet,
  viewOf,
  zoneGo,
} from '../../probe/machine/probe-context.ts';
import {
  caliperNamed,
  caliperRemoved,
  cineAdvanced,
  cineBegin,
  cineMoved,
  cineStepped,
  cursorMove,
  cursorPlace,
  mModeToggle,
  patientTake,
  pointDown,
  pointMove,
  pointUp,
  problemTake,
  runBegin,
  type ScanChange,
  type ScanContext,
  type ScanEvent,
  type ScanInput,
  scanBegin,
  toolPick,
} from './scan-context.ts';
import type { ScanEffects } from './scan-effects.ts';

interface Opening {
  readonly request: PatientRequest;
  readonly view: ProbeView;
}

/** An image that stands still, and what can be stepped through around it. */
interface Stopped {
  readonly frozen: SourceFrame;
  readonly held: HeldImages;
}

/**
 * The console at which a patient is scanned by hand. `opening`: a patient is made ready; `running`: the image follows
 * the probe; `freezing`: it is being stopped; `frozen`: it stands still, and the last seconds can be stepped through
 * (`picture`: whether the wanted one is being fetched; `loop`: whether they play); `failed`: `problem` says why there
 * is no image. Probe, machine and zones can be changed in every state, and the next image follows.
 */
export function scanMachineCreate(effects: ScanEffects) {
  const scanSetup = setup({
    types: {
      context: {} as ScanContext,
      events: {} as ScanEvent,
      input: {} as ScanInput,
    },
    // Each effect is called inside an async function, so that one that throws at once rejects like any other.
    actors: {
      patientOpen: fromPromise<void, Opening>(async ({ input, signal }) =>
        effects.patientOpen(input, signal),
      ),
      patientClose: fromCallback(() => () => effects.patientClose()),
      imagePlay: fromCallback<AnyEventObject>(() => effects.imagePlay()),
      imageFreeze: fromPromise<Stopped>(async () => {
        const frozen = await effects.imageFreeze({ index: null });
        return { frozen, held: await effects.imagesHeld() };
      }),
      imageFetch: fromPromise<SourceFrame, { readonly index: number | null }>(async ({ input }) =>
        effects.imageFreeze(input),
      ),
    },
    guards: {
      isElsewhere: ({ context }) => context.cine !== null && context.cine.index !== context.frozen?.index,
    },
    actions: {
      apply: assign((_, change: ScanChange) => change),
      viewTell: ({ context }) => effects.viewSet(viewOf(context)),
      mModeTell: ({ context }) => effects.mModeSet(context.mLine),
    },
    delays: {
      loopGap: ({ context }) => (context.cine === null ? 0 : cineGapMs(context.cine)),
    },
  });

  return scanSetup.createMachine({
    id: 'scan',
    context: ({ input }) => scanBegin(input),
    initial: 'opening',
    invoke: { src: 'patientClose' },
    on: {
      'patient.pick': {
        target: '.opening',
        actions: {
          type: 'apply',
          params: ({ context, event }) => patientTake(context, event.request, event.isSecret),
        },
      },
      'image.broken': {
        target: '.failed',
        actions: { type: 'apply', params: ({ event }) => problemTake(event.error) },
      },
      'pose.set': {
        actions: [
          { type: 'apply', params: ({ context, event }) => poseSet(context, event.pose) },
          'viewTell',
        ],
      },
      'pose.move': {
        actions: [{ type: 'apply', params: ({ context, event }) => poseMove(context, event.by) }, 'viewTell'],
      },
      'zone.go': {
        actions: [
          { type: 'apply', params: ({ context, event }) => zoneGo(context, event.zoneId) },
          'viewTell',
        ],
      },
      'zones.pick': { actions: { type: 'apply', params: ({ event }) => ({ zoneSet: event.zoneSet }) } },
      'side.pick': { actions: { type: 'apply', params: ({ event }) => ({ side: event.side }) } },
      'controls.set': {
        actions: [
          { type: 'apply', params: ({ context, event }) => controlsSet(context, event.controls) },
          'viewTell',
        ],
      },
      'tgc.set': {
        actions: [
          { type: 'apply', params: ({ context, event }) => tgcSet(context, event.slider, event.db) },
          'viewTell',
        ],
      },
      'preset.pick': {
        actions: [
          { type: 'apply', params: ({ event }) => ({ controls: scanPreset(event.preset) }) },
          'viewTell',
        ],
      },
      'm_mode.toggle': {
        actions: [{ type: 'apply', params: ({ context }) => mModeToggle(context) }, 'mModeTell'],
      },
      'm_line.set': {
        actions: [{ type: 'apply', params: ({ event }) => mLineSet(event.lateral) }, 'mModeTell'],
      },
      'tool.pick': {
        actions: [
          { type: 'apply', params: ({ context, event }) => toolPick(context, event.tool) },
          'mModeTell',
        ],
      },
      'point.down': {
        actions: [
          {
            type: 'apply',
            params: ({ context, event }) => pointDown(context, event.point, event.reachMm, event.sector),
          },
          'mModeTell',
        ],
      },
      'point.move': {
        actions: [
          { type: 'apply', params: ({ context, event }) => pointMove(context, event.point, event.sector) },
          'mModeTell',
        ],
      },
      'point.up': { actions: { type: 'apply', params: ({ context }) => pointUp(context) } },
      'cursor.move': {
        actions: [
          {
            type: 'apply',
            params: ({ context, event }) => cursorMove(context, event.dxMm, event.dyMm, event.sector),
          },
          'mModeTell',
        ],
      },
      'cursor.place': {
        actions: { type: 'apply', params: ({ context, event }) => cursorPlace(context, event.sector) },
      },
    },
    states: {
      opening: {
        invoke: {
          src: 'patientOpen',
          input: ({ context }) => ({ request: context.request, view: viewOf(context) }),
          onDone: 'running',
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => problemTake(event.error) },
          },
        },
      },
      running: {
        entry: [{ type: 'apply', params: ({ context }) => runBegin(context) }, 'viewTell', 'mModeTell'],
        invoke: { src: 'imagePlay' },
        on: { 'image.freeze': 'freezing' },
      },
      freezing: {
        invoke: {
          src: 'imageFreeze',
          onDone: {
            target: 'frozen',
            actions: {
              type: 'apply',
              params: ({ event }) => cineBegin(event.output.frozen, event.output.held),
            },
          },
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => problemTake(event.error) },
          },
        },
      },
      frozen: {
        type: 'parallel',
        on: {
          'image.run': 'running',
          'caliper.name': {
            actions: {
              type: 'apply',
              params: ({ context, event }) => caliperNamed(context, event.id, event.name),
            },
          },
          'caliper.remove': {
            actions: { type: 'apply', params: ({ context, event }) => caliperRemoved(context, event.id) },
          },
          'truth.toggle': {
            actions: { type: 'apply', params: ({ context }) => ({ isTruthShown: !context.isTruthShown }) },
          },
        },
        states: {
          picture: {
            initial: 'shown',
            states: {
              shown: { always: { guard: 'isElsewhere', target: 'fetching' } },
              fetching: {
                invoke: {
                  src: 'imageFetch',
                  input: ({ context }) => ({ index: context.cine?.index ?? null }),
                  onDone: {
                    target: 'shown',
                    actions: { type: 'apply', params: ({ event }) => ({ frozen: event.output }) },
                  },
                  onError: {
                    target: '#scan.failed',
                    actions: { type: 'apply', params: ({ event }) => problemTake(event.error) },
                  },
                },
              },
            },
          },
          loop: {
            initial: 'stopped',
            states: {
              stopped: { on: { 'loop.toggle': 'playing' } },
              playing: {
                after: {
                  loopGap: {
                    target: 'playing',
                    reenter: true,
                    actions: { type: 'apply', params: ({ context }) => cineAdvanced(context) },
                  },
                },
                on: { 'loop.toggle': 'stopped' },
              },
            },
            on: {
              'cine.step': {
                target: '.stopped',
                actions: { type: 'apply', params: ({ context, event }) => cineStepped(context, event.by) },
              },
              'cine.to': {
                target: '.stopped',
                actions: { type: 'apply', params: ({ context, event }) => cineMoved(context, event.index) },
              },
              'tool.pick': {
                target: '.stopped',
                actions: { type: 'apply', params: ({ context, event }) => toolPick(context, event.tool) },
              },
            },
          },
        },
      },
      failed: { on: { 'patient.retry': 'opening' } },
    },
  });
}

export type ScanActor = ActorRefFrom<ReturnType<typeof scanMachineCreate>>;
