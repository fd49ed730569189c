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
  cursorPlace,
  mModeToggle,
  patientTake,
  pointDown,
  pointMove,
  pointUp,
  problemTake,
  runBegin,
  type ScanContext,
  type ScanEvent,
  type ScanInput,
  scanBegin,
  scanCursorMove,
  scanToolPick,
} from './scan-context.ts';
import type { ScanEffects } from './scan-effects.ts';

interface Opening {
  readonly request: PatientRequest;
  readonly view: ProbeView;
}

/** An event of one type. */
type Of<Type extends ScanEvent['type']> = Extract<ScanEvent, { readonly type: Type }>;

/** An image that stands still, and what can be stepped through around it. */
interface Stopped {
  readonly frozen: SourceFrame;
  readonly held: HeldImages;
}

/**
 * The console at which a patient is scanned by hand. `opening`: a patient is made ready; `running`: the image follows
 * the probe; `freezing`: it is being stopped; `frozen`: it stands still, and the last seconds can be stepped through
 * (`picture`: whether the wanted one is being fetched; `loop`: whether they play); `failed`: `problem` says why there
 * is no image. Probe, scanner and zones can be changed in every state, and the next image follows.
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
      patientTake: assign(({ context }, { request, isSecret }: Of<'patient.pick'>) =>
        patientTake(context, request, isSecret),
      ),
      problemTake: assign((_, { error }: { readonly error: unknown }) => problemTake(error)),
      poseSet: assign(({ context }, { pose }: Of<'pose.set'>) => poseSet(context, pose)),
      poseMove: assign(({ context }, { by }: Of<'pose.move'>) => poseMove(context, by)),
      zoneGo: assign(({ context }, { zoneId }: Of<'zone.go'>) => zoneGo(context, zoneId)),
      zonesPick: assign((_, { zoneSet }: Of<'zones.pick'>) => ({ zoneSet })),
      sidePick: assign((_, { side }: Of<'side.pick'>) => ({ side })),
      controlsSet: assign(({ context }, { controls }: Of<'controls.set'>) => controlsSet(context, controls)),
      tgcSet: assign(({ context }, { slider, db }: Of<'tgc.set'>) => tgcSet(context, slider, db)),
      presetTake: assign((_, { preset }: Of<'preset.pick'>) => ({ controls: scanPreset(preset) })),
      mModeToggle: assign(({ context }) => mModeToggle(context)),
      mLineSet: assign((_, { lateral }: Of<'m_line.set'>) => mLineSet(lateral)),
      toolPick: assign(({ context }, { tool }: Of<'tool.pick'>) => scanToolPick(context, tool)),
      pointDown: assign(({ context }, { point, reachMm, sector }: Of<'point.down'>) =>
        pointDown(context, point, reachMm, sector),
      ),
      pointMove: assign(({ context }, { point, sector }: Of<'point.move'>) =>
        pointMove(context, point, sector),
      ),
      pointUp: assign(({ context }) => pointUp(context)),
      cursorMove: assign(({ context }, { dxMm, dyMm, sector }: Of<'cursor.move'>) =>
        scanCursorMove(context, dxMm, dyMm, sector),
      ),
      cursorPlace: assign(({ context }, { sector }: Of<'cursor.place'>) => cursorPlace(context, sector)),
      runBegin: assign(({ context }) => runBegin(context)),
      cineBegin: assign((_, { frozen, held }: Stopped) => cineBegin(frozen, held)),
      cineStep: assign(({ context }, { by }: Of<'cine.step'>) => cineStepped(context, by)),
      cineMove: assign(({ context }, { index }: Of<'cine.to'>) => cineMoved(context, index)),
      cineAdvance: assign(({ context }) => cineAdvanced(context)),
      imageTake: assign((_, frozen: SourceFrame) => ({ frozen })),
      caliperName: assign(({ context }, { id, name }: Of<'caliper.name'>) => caliperNamed(context, id, name)),
      caliperRemove: assign(({ context }, { id }: Of<'caliper.remove'>) => caliperRemoved(context, id)),
      truthToggle: assign(({ context }) => ({ isTruthShown: !context.isTruthShown })),
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
        actions: { type: 'patientTake', params: ({ event }) => event },
      },
      'image.broken': {
        target: '.failed',
        actions: { type: 'problemTake', params: ({ event }) => event },
      },
      'pose.set': {
        actions: [{ type: 'poseSet', params: ({ event }) => event }, 'viewTell'],
      },
      'pose.move': {
        actions: [{ type: 'poseMove', params: ({ event }) => event }, 'viewTell'],
      },
      'zone.go': {
        actions: [{ type: 'zoneGo', params: ({ event }) => event }, 'viewTell'],
      },
      'zones.pick': { actions: { type: 'zonesPick', params: ({ event }) => event } },
      'side.pick': { actions: { type: 'sidePick', params: ({ event }) => event } },
      'controls.set': {
        actions: [{ type: 'controlsSet', params: ({ event }) => event }, 'viewTell'],
      },
      'tgc.set': {
        actions: [{ type: 'tgcSet', params: ({ event }) => event }, 'viewTell'],
      },
      'preset.pick': {
        actions: [{ type: 'presetTake', params: ({ event }) => event }, 'viewTell'],
      },
      'm_mode.toggle': {
        actions: ['mModeToggle', 'mModeTell'],
      },
      'm_line.set': {
        actions: [{ type: 'mLineSet', params: ({ event }) => event }, 'mModeTell'],
      },
      'tool.pick': {
        actions: [{ type: 'toolPick', params: ({ event }) => event }, 'mModeTell'],
      },
      'point.down': {
        actions: [{ type: 'pointDown', params: ({ event }) => event }, 'mModeTell'],
      },
      'point.move': {
        actions: [{ type: 'pointMove', params: ({ event }) => event }, 'mModeTell'],
      },
      'point.up': { actions: 'pointUp' },
      'cursor.move': {
        actions: [{ type: 'cursorMove', params: ({ event }) => event }, 'mModeTell'],
      },
      'cursor.place': {
        actions: { type: 'cursorPlace', params: ({ event }) => event },
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
            actions: { type: 'problemTake', params: ({ event }) => event },
          },
        },
      },
      running: {
        entry: ['runBegin', 'viewTell', 'mModeTell'],
        invoke: { src: 'imagePlay' },
        on: { 'image.freeze': 'freezing' },
      },
      freezing: {
        invoke: {
          src: 'imageFreeze',
          onDone: {
            target: 'frozen',
            actions: { type: 'cineBegin', params: ({ event }) => event.output },
          },
          onError: {
            target: 'failed',
            actions: { type: 'problemTake', params: ({ event }) => event },
          },
        },
      },
      frozen: {
        type: 'parallel',
        on: {
          'image.run': 'running',
          'caliper.name': {
            actions: { type: 'caliperName', params: ({ event }) => event },
          },
          'caliper.remove': {
            actions: { type: 'caliperRemove', params: ({ event }) => event },
          },
          'truth.toggle': {
            actions: 'truthToggle',
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
                    actions: { type: 'imageTake', params: ({ event }) => event.output },
                  },
                  onError: {
                    target: '#scan.failed',
                    actions: { type: 'problemTake', params: ({ event }) => event },
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
                    actions: 'cineAdvance',
                  },
                },
                on: { 'loop.toggle': 'stopped' },
              },
            },
            on: {
              'cine.step': {
                target: '.stopped',
                actions: { type: 'cineStep', params: ({ event }) => event },
              },
              'cine.to': {
                target: '.stopped',
                actions: { type: 'cineMove', params: ({ event }) => event },
              },
              'tool.pick': {
                target: '.stopped',
                actions: { type: 'toolPick', params: ({ event }) => event },
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
