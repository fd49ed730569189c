import { type ActorRefFrom, assign, fromCallback, fromPromise, type SnapshotFrom, setup } from 'xstate';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import { type OutlineActor, outlineMachine } from '../../outline/machine/outline.ts';
import type { OutlineInput } from '../../outline/machine/outline-context.ts';
import { cineOf } from '../../player/machine/cine.ts';
import {
  CAPTURE_BEGUN,
  type CaptureChange,
  type CaptureContext,
  type CaptureEvent,
  calibrationMake,
  faultOf,
  GONE,
  imagesNone,
  indexAsked,
  liveIsOver,
  openedTake,
  wishAgain,
} from './capture-context.ts';
import type {
  CaptureEffects,
  CaptureLook,
  CaptureOpened,
  CaptureWish,
  ImageFrozen,
} from './capture-effects.ts';

interface KeepInput {
  readonly name: string;
  readonly onProgress: (share: number) => void;
}

/** An ultrasound machine on a capture card or camera; the states are told in README.md. */
export function captureMachineCreate(effects: CaptureEffects) {
  return setup({
    types: {
      context: {} as CaptureContext,
      events: {} as CaptureEvent,
      children: {} as { outline: 'outline' },
    },
    actors: {
      outline: outlineMachine,
      deviceOpen: fromPromise<CaptureOpened, CaptureWish>(async ({ input, signal }) =>
        effects.deviceOpen(input, signal),
      ),
      deviceWatch: fromCallback<CaptureEvent>(({ sendBack }) =>
        effects.deviceWatch(() => sendBack({ type: 'device.gone' })),
      ),
      pictureLook: fromPromise<CaptureLook>(async ({ signal }) => effects.pictureLook(signal)),
      calibrationSave: fromPromise<void, CaptureCalibration>(async ({ input }) =>
        effects.calibrationSave(input),
      ),
      imagesOpen: fromCallback<CaptureEvent, CaptureCalibration>(({ input, sendBack }) =>
        effects.imagesOpen(input, (live) => sendBack({ type: 'live.changed', live })),
      ),
      imagesPlay: fromCallback(() => effects.imagesPlay()),
      imageFreeze: fromPromise<ImageFrozen, { readonly index: number | null }>(async ({ input }) =>
        effects.imageFreeze(input.index),
      ),
      clipKeep: fromPromise<void, KeepInput>(async ({ input, signal }) =>
        effects.clipKeep(input.name, input.onProgress, signal),
      ),
    },
    actions: {
      apply: assign((_, change: CaptureChange) => change),
      deviceClose: () => effects.deviceClose(),
    },
    guards: {
      isCalibrated: (_, calibration: CaptureCalibration | null) => calibration !== null,
      isOver: ({ context }) => liveIsOver(context.live),
      isFrozen: ({ context }) => context.cine !== null,
      leadsOn: ({ context, event }) => indexAsked(context, event) !== context.cine?.index,
    },
  }).createMachine({
    id: 'capture',
    context: CAPTURE_BEGUN,
    initial: 'off',
    on: {
      'capture.stop': '.off',
      'device.pick': {
        target: '.opening',
        actions: {
          type: 'apply',
          params: ({ event }) => ({ wish: { deviceId: event.deviceId, size: null } }),
        },
      },
      'size.pick': {
        target: '.opening',
        actions: {
          type: 'apply',
          params: ({ context, event }) => ({ wish: { ...context.wish, size: event.size } }),
        },
      },
    },
    states: {
      off: {
        entry: ['deviceClose', { type: 'apply', params: imagesNone }],
        on: { 'capture.begin': 'opening' },
      },
      opening: {
        entry: { type: 'apply', params: () => ({ fault: null, notice: null }) },
        invoke: {
          src: 'deviceOpen',
          input: ({ context }) => context.wish,
          onDone: [
            {
              guard: {
                type: 'isCalibrated',
                params: ({ context, event }) => openedTake(event.output, context).calibration ?? null,
              },
              target: 'live',
              actions: { type: 'apply', params: ({ context, event }) => openedTake(event.output, context) },
            },
            {
              target: 'setup',
              actions: { type: 'apply', params: ({ context, event }) => openedTake(event.output, context) },
            },
          ],
          onError: {
            target: 'broken',
            actions: {
              type: 'apply',
              params: ({ event }) => ({
                fault: faultOf(event.error, { code: 'deviceNotStarted' }),
              }),
            },
          },
        },
      },
      setup: {
        invoke: { src: 'deviceWatch' },
        initial: 'looking',
        on: {
          'device.gone': {
            target: 'broken',
            actions: { type: 'apply', params: () => ({ fault: GONE }) },
          },
          'setup.again': '.looking',
        },
        states: {
          looking: { on: { 'picture.use': 'finding' } },
          finding: {
            invoke: {
              src: 'pictureLook',
              onDone: {
                target: 'outlining',
                actions: { type: 'apply', params: ({ event }) => ({ look: event.output }) },
              },
              onError: {
                target: '#capture.broken',
                actions: {
                  type: 'apply',
                  params: ({ event }) => ({
                    fault: faultOf(event.error, { code: 'pictureNotRead' }),
                  }),
                },
              },
            },
          },
          outlining: {
            invoke: {
              id: 'outline',
              src: 'outline',
              input: ({ context }) => outlineInput(context),
              onDone: {
                target: 'siding',
                actions: { type: 'apply', params: ({ event }) => ({ outline: event.output.sector }) },
              },
            },
            on: { 'picture.use': 'finding' },
          },
          siding: {
            on: {
              'side.tell': {
                target: 'saving',
                actions: {
                  type: 'apply',
                  params: ({ context, event }) => ({ calibration: calibrationMake(context, event.side) }),
                },
              },
            },
          },
          saving: {
            invoke: {
              src: 'calibrationSave',
              input: ({ context }) => calibrationNeeded(context),
              onDone: '#capture.live',
              onError: {
                target: '#capture.live',
                actions: {
                  type: 'apply',
                  params: () => ({
                    notice: {
                      kind: 'failed',
                      fact: { code: 'setupNotKept' },
                    } as const,
                  }),
                },
              },
            },
          },
        },
      },
      live: {
        entry: { type: 'apply', params: imagesNone },
        invoke: { src: 'imagesOpen', input: ({ context }) => calibrationNeeded(context) },
        initial: 'going',
        on: {
          'live.changed': { actions: { type: 'apply', params: ({ event }) => ({ live: event.live }) } },
          'setup.again': 'setup.finding',
          'fault.retry': {
            target: 'opening',
            actions: { type: 'apply', params: ({ context }) => wishAgain(context) },
          },
        },
        states: {
          /** Where images run, or would. */
          going: {
            always: [
              { guard: 'isFrozen', target: 'frozen' },
              { guard: 'isOver', target: 'lost' },
              { target: 'running' },
            ],
          },
          running: {
            invoke: { src: 'imagesPlay' },
            always: { guard: 'isOver', target: 'lost' },
            on: { 'image.freeze': 'freezing', 'clip.keep': 'keeping' },
          },
          lost: { on: { 'image.freeze': 'freezing', 'clip.keep': 'keeping' } },
          freezing: {
            invoke: {
              src: 'imageFreeze',
              input: ({ context, event }) => ({ index: indexAsked(context, event) }),
              onDone: {
                target: 'frozen',
                actions: {
                  type: 'apply',
                  params: ({ event }) => ({
                    cine: cineOf(event.output.held, event.output.index),
                    notice: null,
                  }),
                },
              },
              onError: {
                target: 'going',
                actions: {
                  type: 'apply',
                  params: ({ event }) => ({
                    cine: null,
                    notice: {
                      kind: 'failed',
                      fact: errorFact(event.error, { code: 'imageNotStopped' }),
                    } as const,
                  }),
                },
              },
            },
          },
          frozen: {
            on: {
              'cine.step': { guard: 'leadsOn', target: 'freezing' },
              'cine.to': { guard: 'leadsOn', target: 'freezing' },
              'image.play': {
                target: 'going',
                actions: { type: 'apply', params: () => ({ cine: null, notice: null }) },
              },
              'clip.keep': 'keeping',
            },
          },
          keeping: {
            entry: { type: 'apply', params: () => ({ keptShare: 0, notice: null }) },
            invoke: {
              src: 'clipKeep',
              input: ({ event, self }) => ({
                name: event.type === 'clip.keep' ? event.name : '',
                onProgress: (share: number) => self.send({ type: 'clip.progress', share }),
              }),
              onDone: {
                target: 'going',
                actions: {
                  type: 'apply',
                  params: () => ({
                    notice: {
                      kind: 'done',
                      fact: { code: 'clipKept' },
                    } as const,
                  }),
                },
              },
              onError: {
                target: 'going',
                actions: {
                  type: 'apply',
                  params: ({ event }) => ({
                    notice: {
                      kind: 'failed',
                      fact: errorFact(event.error, { code: 'clipNotKept' }),
                    } as const,
                  }),
                },
              },
            },
            on: {
              'clip.progress': {
                actions: { type: 'apply', params: ({ event }) => ({ keptShare: event.share }) },
              },
              'clip.cancel': 'going',
            },
          },
        },
      },
      broken: {
        entry: 'deviceClose',
        on: {
          'fault.retry': {
            target: 'opening',
            actions: { type: 'apply', params: ({ context }) => wishAgain(context) },
          },
        },
      },
    },
  });
}

export type CaptureMachine = ReturnType<typeof captureMachineCreate>;
export type CaptureActor = ActorRefFrom<CaptureMachine>;
export type CaptureSnapshot = SnapshotFrom<CaptureMachine>;

/** The outline that is being set; null outside of `setup.outlining`. */
export function captureOutlineOf({ children }: CaptureSnapshot): OutlineActor | null {
  return children.outline ?? null;
}

function outlineInput({ look }: CaptureContext): OutlineInput {
  if (look === null) throw new Error('No picture was looked at.');
  const { found, width, height, ticksMmPerPx } = look;
  const known = ticksMmPerPx === null ? {} : { known: { mmPerPx: ticksMmPerPx, origin: 'ticks' as const } };
  return { found, width, height, ...known };
}

function calibrationNeeded({ calibration }: CaptureContext): CaptureCalibration {
  if (calibration === null) throw new Error('The device is not set up.');
  return calibration;
}
