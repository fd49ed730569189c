import { type ActorRefFrom, type AnyEventObject, assign, fromCallback, fromPromise, setup } from 'xstate';
import { imageAt } from '../../../domain/analysis/strip.ts';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';

/** How fast a clip can be played: 1 as recorded. */
export const SPEEDS = [0.1, 0.25, 0.5, 1, 2] as const;

export interface PlayerPace {
  readonly speed: number;
  readonly isLooping: boolean;
}

/** What a player asks of the world. Of a CodedError its fact is told. */
export interface PlayerEffects {
  /** Shows one image, standing still. */
  imageShow(index: number): Promise<void>;
  /** Runs from the image that stands; tells every image that is shown, and why it breaks off. */
  imagesRun(onShown: (index: number) => void, onBroken: (error: unknown) => void): () => void;
  paceSet(pace: PlayerPace): void;
}

export interface PlayerInput {
  /** Of each image, rising, from 0. */
  readonly timesMs: readonly number[];
}

export interface PlayerContext extends PlayerInput, PlayerPace {
  /** The image that is shown, or was asked for last. */
  readonly index: number;
  /** Why the image cannot be shown; null while it can. */
  readonly problem: MessageFact | null;
}

export type PlayerEvent =
  | { readonly type: 'play.toggle' }
  | { readonly type: 'image.step'; readonly by: number }
  | { readonly type: 'image.seek'; readonly index: number }
  /** Moves by time, as far as an image is from another there. */
  | { readonly type: 'time.step'; readonly byMs: number }
  | { readonly type: 'speed.set'; readonly speed: number }
  | { readonly type: 'loop.toggle' }
  | { readonly type: 'image.shown'; readonly index: number }
  | { readonly type: 'images.broken'; readonly error: unknown };

/**
 * Plays a clip frame by frame. `seeking`: the wanted image is being fetched; `still`: it stands; `playing`: images
 * run. A clip that does not loop stands on its last image when it ends, and begins anew when it is played again.
 */
export function playerMachineCreate(effects: PlayerEffects) {
  return setup({
    types: {
      context: {} as PlayerContext,
      events: {} as PlayerEvent,
      input: {} as PlayerInput,
    },
    actors: {
      imageShow: fromPromise<void, { readonly index: number }>(async ({ input }) =>
        effects.imageShow(input.index),
      ),
      imagesRun: fromCallback<AnyEventObject>(({ sendBack }) =>
        effects.imagesRun(
          (index) => sendBack({ type: 'image.shown', index }),
          (error) => sendBack({ type: 'images.broken', error }),
        ),
      ),
    },
    guards: {
      isEnd: ({ context }, index: number) => !context.isLooping && index === context.timesMs.length - 1,
      isOne: ({ context }) => context.timesMs.length === 1,
    },
    actions: {
      apply: assign((_, change: Partial<PlayerContext>) => change),
      paceTell: ({ context: { speed, isLooping } }) => effects.paceSet({ speed, isLooping }),
    },
  }).createMachine({
    id: 'player',
    context: ({ input }) => ({ ...input, index: 0, speed: 1, isLooping: true, problem: null }),
    entry: 'paceTell',
    initial: 'seeking',
    on: {
      'image.step': {
        target: '.seeking',
        actions: {
          type: 'apply',
          params: ({ context, event }) => indexTo(context, context.index + event.by),
        },
      },
      'image.seek': {
        target: '.seeking',
        actions: { type: 'apply', params: ({ context, event }) => indexTo(context, event.index) },
      },
      'time.step': {
        target: '.seeking',
        actions: { type: 'apply', params: ({ context, event }) => timeStep(context, event.byMs) },
      },
      'speed.set': {
        actions: [{ type: 'apply', params: ({ event }) => speedSet(event.speed) }, 'paceTell'],
      },
      'loop.toggle': {
        actions: [
          { type: 'apply', params: ({ context }) => ({ isLooping: !context.isLooping }) },
          'paceTell',
        ],
      },
    },
    states: {
      seeking: {
        invoke: {
          src: 'imageShow',
          input: ({ context }) => ({ index: context.index }),
          onDone: { target: 'still', actions: { type: 'apply', params: () => ({ problem: null }) } },
          onError: {
            target: 'still',
            actions: {
              type: 'apply',
              params: ({ event }) => ({ problem: errorFact(event.error, { code: 'clipImageNotShown' }) }),
            },
          },
        },
        on: { 'play.toggle': [{ guard: 'isOne' }, { target: 'playing' }] },
      },
      still: {
        on: { 'play.toggle': [{ guard: 'isOne' }, { target: 'playing' }] },
      },
      playing: {
        invoke: { src: 'imagesRun' },
        on: {
          'play.toggle': 'seeking',
          'image.shown': [
            {
              guard: { type: 'isEnd', params: ({ event }) => event.index },
              target: 'seeking',
              actions: { type: 'apply', params: ({ event }) => ({ index: event.index, problem: null }) },
            },
            { actions: { type: 'apply', params: ({ event }) => ({ index: event.index, problem: null }) } },
          ],
          'images.broken': {
            target: 'still',
            actions: {
              type: 'apply',
              params: ({ event }) => ({ problem: errorFact(event.error, { code: 'clipImageNotShown' }) }),
            },
          },
        },
      },
    },
  });
}

export type PlayerActor = ActorRefFrom<ReturnType<typeof playerMachineCreate>>;

function indexTo({ timesMs }: PlayerContext, index: number): Partial<PlayerContext> {
  return { index: Math.min(timesMs.length - 1, Math.max(0, Math.round(index))) };
}

function timeStep(context: PlayerContext, byMs: number): Partial<PlayerContext> {
  const { timesMs, index } = context;
  const to = imageAt(timesMs, timesMs[index]! + byMs);
  // An image that lasts longer than the step is left all the same.
  return indexTo(context, to === index ? index + Math.sign(byMs) : to);
}

function speedSet(speed: number): Partial<PlayerContext> {
  return SPEEDS.some((one) => one === speed) ? { speed } : {};
}
