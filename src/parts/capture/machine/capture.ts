import { type ActorRefFrom, assign, fromCallback, fromPromise, type SnapshotFrom, setup } from 'xstate';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import { type OutlineActor, outlineMachine } from '../../outline/machine/outline.ts';
import type { OutlineInput, OutlineOutput } from '../../outline/machine/outline-context.ts';
import { cineOf } from '../../player/machine/cine.ts';
import {
  CAPTURE_BEGUN,
  type CaptureContext,
  type CaptureEvent,
  type CaptureFault,
  calibrationFitting,
  calibrationMake,
  deviceTake,
  faultOf,
  GONE,
  imagesNone,
  indexAsked,
  liveIsOver,
  wishAgain,
} from './capture-context.ts';
import type {
  CaptureEffects,
  CaptureLook,
  CaptureOpened,
  CaptureWish,
  ClipWanted,
  ImageFrozen,
} from './capture-effects.ts';

/** An event of one type. */
type Of<Type extends CaptureEvent['type']> = Extract<CaptureEvent, { readonly type: Type }>;

interface KeepInput {
  readonly wanted: ClipWanted;
  readonly onProgress: (share: number) => void;
}

/** A scanner on a capture card or camera; docs/machines.md tells its states. */
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
      clipKeep: fromPromise<string | null, KeepInput>(async ({ input, signal }) =>
        effects.clipKeep(input.wanted, input.onProgress, signal),
      ),
    },
    actions: {
      devicePick: assign((_, { deviceId }: Of<'device.pick'>) => ({ wish: { deviceId, size: null } })),
      sizePick: assign(({ context }, { size }: Of<'size.pick'>) => ({ wish: { ...context.wish, size } })),
      wishRenew: assign(({ context }) => wishAgain(context)),
      deviceTake: assign(({ context }, opened: CaptureOpened) => deviceTake(opened, context)),
      deviceClose: () => effects.deviceClose(),
      faultSet: assign((_, fault: CaptureFault) => ({ fault })),
      faultClear: assign({ fault: null, notice: null }),
      lookTake: assign((_, look: CaptureLook) => ({ look })),
      outlineTake: assign((_, { sector }: OutlineOutput) => ({ outline: sector })),
      calibrationMake: assign(({ context }, { side }: Of<'side.tell'>) => ({
        calibration: calibrationMake(context, side),
      })),
      imagesDrop: assign(() => imagesNone()),
      liveTake: assign((_, { live }: Of<'live.changed'>) => ({ live })),
      cineTake: assign((_, { held, index }: ImageFrozen) => ({ cine: cineOf(held, index), notice: null })),
      cineDrop: assign({ cine: null, notice: null }),
      keepingBegin: assign({ keptShare: 0, notice: null }),
      keptShareTake: assign((_, { share }: Of<'clip.progress'>) => ({ keptShare: share })),
      keptTell: assign((_, clip: string | null) => ({
        notice: clip === null ? null : { kind: 'done' as const, fact: { code: 'clipKept' } as const, clip },
      })),
      failureTell: assign((_, fact: MessageFact) => ({ notice: { kind: 'failed' as const, fact } })),
    },
    guards: {
      isCalibrated: (_, opened: CaptureOpened) => calibrationFitting(opened) !== null,
      isOver: (_, { live }: Pick<CaptureContext, 'live'>) => liveIsOver(live),
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
        actions: { type: 'devicePick', params: ({ event }) => event },
      },
      'size.pick': {
        target: '.opening',
        actions: { type: 'sizePick', params: ({ event }) => event },
      },
    },
    states: {
      off: {
        entry: ['deviceClose', 'imagesDrop'],
        on: { 'capture.begin': 'opening' },
      },
      opening: {
        entry: 'faultClear',
        invoke: {
          src: 'deviceOpen',
          input: ({ context }) => context.wish,
          onDone: [
            {
              guard: { type: 'isCalibrated', params: ({ event }) => event.output },
              target: 'live',
              actions: { type: 'deviceTake', params: ({ event }) => event.output },
            },
            {
              target: 'setup',
              actions: { type: 'deviceTake', params: ({ event }) => event.output },
            },
          ],
          onError: {
            target: 'broken',
            actions: {
              type: 'faultSet',
              params: ({ event }) => faultOf(event.error, { code: 'deviceNotStarted' }),
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
            actions: { type: 'faultSet', params: GONE },
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
                actions: { type: 'lookTake', params: ({ event }) => event.output },
              },
              onError: {
                target: '#capture.broken',
                actions: {
                  type: 'faultSet',
                  params: ({ event }) => faultOf(event.error, { code: 'pictureNotRead' }),
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
                actions: { type: 'outlineTake', params: ({ event }) => event.output },
              },
            },
            on: { 'picture.use': 'finding' },
          },
          siding: {
            on: {
              'side.tell': {
                target: 'saving',
                actions: { type: 'calibrationMake', params: ({ event }) => event },
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
                actions: { type: 'failureTell', params: { code: 'setupNotKept' } },
              },
            },
          },
        },
      },
      live: {
        entry: 'imagesDrop',
        invoke: { src: 'imagesOpen', input: ({ context }) => calibrationNeeded(context) },
        initial: 'running',
        on: {
          'live.changed': { actions: { type: 'liveTake', params: ({ event }) => event } },
          'setup.again': 'setup.finding',
          'fault.retry': {
            target: 'opening',
            actions: 'wishRenew',
          },
        },
        states: {
          /** On to the state that the image was in, or is in by now. */
          routing: {
            always: [
              { guard: 'isFrozen', target: 'frozen' },
              { guard: { type: 'isOver', params: ({ context }) => context }, target: 'lost' },
              { target: 'running' },
            ],
          },
          running: {
            invoke: { src: 'imagesPlay' },
            on: {
              'live.changed': {
                guard: { type: 'isOver', params: ({ event }) => event },
                target: 'lost',
                actions: { type: 'liveTake', params: ({ event }) => event },
              },
              'image.freeze': 'freezing',
              'clip.keep': 'keeping',
            },
          },
          lost: { on: { 'image.freeze': 'freezing', 'clip.keep': 'keeping' } },
          freezing: {
            invoke: {
              src: 'imageFreeze',
              input: ({ context, event }) => ({ index: indexAsked(context, event) }),
              onDone: {
                target: 'frozen',
                actions: { type: 'cineTake', params: ({ event }) => event.output },
              },
              onError: {
                target: 'routing',
                actions: [
                  'cineDrop',
                  {
                    type: 'failureTell',
                    params: ({ event }) => errorFact(event.error, { code: 'imageNotStopped' }),
                  },
                ],
              },
            },
          },
          frozen: {
            on: {
              'cine.step': { guard: 'leadsOn', target: 'freezing' },
              'cine.to': { guard: 'leadsOn', target: 'freezing' },
              'image.play': {
                target: 'routing',
                actions: 'cineDrop',
              },
              'clip.keep': 'keeping',
            },
          },
          keeping: {
            entry: 'keepingBegin',
            invoke: {
              src: 'clipKeep',
              input: ({ event, self }) => ({
                wanted: event.type === 'clip.keep' ? event : { name: '', of: 'held' },
                onProgress: (share: number) => self.send({ type: 'clip.progress', share }),
              }),
              onDone: {
                target: 'routing',
                actions: { type: 'keptTell', params: ({ event }) => event.output },
              },
              onError: {
                target: 'routing',
                actions: {
                  type: 'failureTell',
                  params: ({ event }) => errorFact(event.error, { code: 'clipNotKept' }),
                },
              },
            },
            on: {
              'clip.progress': { actions: { type: 'keptShareTake', params: ({ event }) => event } },
              'clip.cancel': 'routing',
            },
          },
        },
      },
      broken: {
        entry: 'deviceClose',
        on: {
          'fault.retry': {
            target: 'opening',
            actions: 'wishRenew',
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
