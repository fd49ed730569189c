import { type ActorRefFrom, type AnyEventObject, assign, fromCallback, fromPromise, setup } from 'xstate';
import { imageAt } from '../../../domain/analysis/strip.ts';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';

/** The speeds at which a clip can be played: 1 as recorded. */
export const SPEEDS = [0.1, 0.25, 0.5, 1, 2] as const;

export interface PlayerPace {
  readonly speed: number;
  readonly isLooping: boolean;
}

/** The effects that a player needs. Of a CodedError its fact is told. */
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

/** An event of one type. */
type Of<Type extends PlayerEvent['type']> = Extract<PlayerEvent, { readonly type: Type }>;

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
      imageStep: assign(({ context }, { by }: Of<'image.step'>) => indexTo(context, context.index + by)),
      imageSeek: assign(({ context }, { index }: Of<'image.seek'>) => indexTo(context, index)),
      timeStep: assign(({ context }, { byMs }: Of<'time.step'>) => timeStep(context, byMs)),
      speedSet: assign((_, { speed }: Of<'speed.set'>) => speedSet(speed)),
      loopToggle: assign({ isLooping: ({ context }) => !context.isLooping }),
      imageTake: assign((_, { index }: Of<'image.shown'>) => ({ index, problem: null })),
      problemTake: assign((_, { error }: { readonly error: unknown }) => ({
        problem: errorFact(error, { code: 'clipImageNotShown' }),
      })),
      problemClear: assign({ problem: null }),
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
        actions: { type: 'imageStep', params: ({ event }) => event },
      },
      'image.seek': {
        target: '.seeking',
        actions: { type: 'imageSeek', params: ({ event }) => event },
      },
      'time.step': {
        target: '.seeking',
        actions: { type: 'timeStep', params: ({ event }) => event },
      },
      'speed.set': {
        actions: [{ type: 'speedSet', params: ({ event }) => event }, 'paceTell'],
      },
      'loop.toggle': { actions: ['loopToggle', 'paceTell'] },
    },
    states: {
      seeking: {
        invoke: {
          src: 'imageShow',
          input: ({ context }) => ({ index: context.index }),
          onDone: { target: 'still', actions: 'problemClear' },
          onError: {
            target: 'still',
            actions: { type: 'problemTake', params: ({ event }) => event },
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
              actions: { type: 'imageTake', params: ({ event }) => event },
            },
            { actions: { type: 'imageTake', params: ({ event }) => event } },
          ],
          'images.broken': {
            target: 'still',
            actions: { type: 'problemTake', params: ({ event }) => event },
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
