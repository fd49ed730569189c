import { assign, fromCallback, setup } from 'xstate';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { Sector } from '../../../domain/geometry/sector.ts';
import { ASSUMED_DEPTH_MM } from '../../../domain/geometry/sector-scale.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import { outlineMachine } from '../../../parts/outline/machine/outline.ts';
import type { OutlineInput, OutlineOutput } from '../../../parts/outline/machine/outline-context.ts';

/** Depths nearer than this are one. */
const SAME_MM = 1e-6;

/** Files that make one clip: a video, or the pictures of a sequence. The machine looks at nothing but the name. */
export interface ImportFiles {
  readonly name: string;
}

/** A clip that was opened and looked through. */
export interface ImportOpened {
  /** The input of the outline that says where the image lies. */
  readonly outline: OutlineInput;
  readonly images: number;
  close(): void;
}

/** Several clips where one was looked for, such as in a zip: which of them are to be imported is asked. */
export interface ImportSeveral {
  readonly clips: readonly ImportFiles[];
}

/** The progress of opening: of `all` in this step, `done`. */
export interface ImportProgress {
  readonly step: 'sorting' | 'unpacking' | 'reading' | 'looking';
  readonly done: number;
  readonly all: number;
}

/** The part of an opened recording that is to be kept. */
export interface ImportOrder<Opened> {
  readonly opened: Opened;
  /** In pixels of the whole picture. */
  readonly sector: Sector;
  /** As typed; empty for the usual name. */
  readonly name: string;
  /** Which clip of the library it will be, from 1, for the usual name: never its file's, which may name a patient. */
  readonly number: number;
}

/** The effects that importing needs. Of a CodedError its fact is told. */
export interface ImportEffects<Opened extends ImportOpened> {
  /** Told to stop it lets go of the files; what it gives after that is closed. */
  filesOpen(
    files: ImportFiles,
    onProgress: (progress: ImportProgress) => void,
    aborted: AbortSignal,
  ): Promise<Opened | ImportSeveral>;
  /** Keeps the pixels of the sector; told to stop it leaves nothing. `onStored` is told how many images are kept. */
  clipStore(
    order: ImportOrder<Opened>,
    onStored: (images: number) => void,
    aborted: AbortSignal,
  ): Promise<void>;
}

export interface ImportContext {
  /** Those still to come, without the one that is at hand. */
  readonly waiting: readonly ImportFiles[];
  readonly files: ImportFiles | null;
  /** Null where opening has not said yet. */
  readonly progress: ImportProgress | null;
  /** Null unless it is asked which of several clips are to be imported. */
  readonly several: ImportSeveral | null;
  readonly opened: ImportOpened | null;
  readonly sector: Sector | null;
  /** As typed; empty for the usual one. */
  readonly name: string;
  /** Clips that are kept, with those of this import. */
  readonly kept: number;
  /** Images that were kept of this one. */
  readonly stored: number;
  readonly problem: MessageFact | null;
}

export interface ImportInput {
  readonly groups: readonly ImportFiles[];
  /** Clips that are kept already. */
  readonly kept: number;
}

export type ImportEvent =
  | { readonly type: 'opening.progress'; readonly progress: ImportProgress }
  | { readonly type: 'opening.done'; readonly opened: ImportOpened }
  | { readonly type: 'opening.several'; readonly several: ImportSeveral }
  | { readonly type: 'opening.failed'; readonly error: unknown }
  /** Imports these of several, one after the other, before those that wait. */
  | { readonly type: 'clips.choose'; readonly clips: readonly ImportFiles[] }
  | { readonly type: 'name.set'; readonly name: string }
  | { readonly type: 'import.keep' }
  /** Back to the outline. */
  | { readonly type: 'outline.again' }
  /** Stops keeping this one, and back to what is to be kept. */
  | { readonly type: 'keeping.stop' }
  /** Leaves this one out. */
  | { readonly type: 'import.skip' }
  | { readonly type: 'image.stored'; readonly images: number }
  | { readonly type: 'keeping.done' }
  | { readonly type: 'keeping.failed'; readonly error: unknown };

/** An event of one type. */
type Of<Type extends ImportEvent['type']> = Extract<ImportEvent, { readonly type: Type }>;

/** Whether millimetres of the sector that was set rest on a usual depth that nobody changed. */
export function scaleIsAssumed({ found, known }: OutlineInput, { kind, depthMm }: Sector): boolean {
  if (known !== undefined) return false;
  const usual = [ASSUMED_DEPTH_MM[kind], found?.sector.depthMm ?? 0];
  return usual.some((one) => Math.abs(one - depthMm) < SAME_MM);
}

/** Which clip of the library the one at hand will be, from 1. */
export function clipNumber({ kept }: Pick<ImportContext, 'kept'>): number {
  return kept + 1;
}

const FILE_NONE = {
  files: null,
  progress: null,
  several: null,
  opened: null,
  sector: null,
  name: '',
  stored: 0,
  problem: null,
} as const;

/**
 * Importing files, one clip after the other. `opening`: it is read, `progress` says how far; `choosing`: `several` clips
 * lie in it, and those that are chosen are opened next; `refused`: it cannot be used, and `problem` says why; `opened`:
 * first `outlining`, where in it the image lies (the child `outline`), then `reviewing`, where the parts to keep and to
 * remove are shown and the name is given, then `keeping`, while its images are written.
 */
export function importMachineCreate<Opened extends ImportOpened>(effects: ImportEffects<Opened>) {
  return setup({
    types: {
      context: {} as ImportContext,
      events: {} as ImportEvent,
      input: {} as ImportInput,
      children: {} as { outline: 'outline' },
    },
    actors: {
      outline: outlineMachine,
      filesOpen: fromCallback<ImportEvent, ImportFiles>(({ input, sendBack }) => {
        const stop = new AbortController();
        let isOver = false;
        const over = (event: ImportEvent): void => {
          isOver = true;
          sendBack(event);
        };
        const onProgress = (progress: ImportProgress) => sendBack({ type: 'opening.progress', progress });
        effects.filesOpen(input, onProgress, stop.signal).then(
          (found) => {
            if ('clips' in found) over({ type: 'opening.several', several: found });
            // Nobody waits for it any more.
            else if (stop.signal.aborted) found.close();
            else over({ type: 'opening.done', opened: found });
          },
          (error: unknown) => over({ type: 'opening.failed', error }),
        );
        return () => {
          if (!isOver) stop.abort();
        };
      }),
      // However it ends, also by leaving the page, the file is let go.
      fileHold: fromCallback<ImportEvent, ImportOpened>(
        ({ input }) =>
          () =>
            input.close(),
      ),
      clipStore: fromCallback<ImportEvent, ImportOrder<ImportOpened>>(({ input, sendBack }) => {
        const stop = new AbortController();
        const order = input as ImportOrder<Opened>;
        effects
          .clipStore(order, (images) => sendBack({ type: 'image.stored', images }), stop.signal)
          .then(
            () => sendBack({ type: 'keeping.done' }),
            (error: unknown) => sendBack({ type: 'keeping.failed', error }),
          );
        return () => stop.abort();
      }),
    },
    guards: {
      isOver: ({ context }) => context.waiting.length === 0,
    },
    actions: {
      fileForget: assign(FILE_NONE),
      nextTake: assign(({ context: { waiting } }) => ({
        files: waiting[0] ?? null,
        waiting: waiting.slice(1),
      })),
      progressTake: assign((_, { progress }: Of<'opening.progress'>) => ({ progress })),
      openedTake: assign((_, { opened }: Of<'opening.done'>) => ({ opened })),
      severalTake: assign((_, { several }: Of<'opening.several'>) => ({ several })),
      clipsAdd: assign(({ context }, { clips }: Of<'clips.choose'>) => ({
        waiting: [...clips, ...context.waiting],
      })),
      sectorTake: assign((_, { sector }: OutlineOutput) => ({ sector })),
      sectorForget: assign({ sector: null, problem: null }),
      nameSet: assign((_, { name }: Of<'name.set'>) => ({ name })),
      keepingBegin: assign({ stored: 0, problem: null }),
      storedCount: assign((_, { images }: Of<'image.stored'>) => ({ stored: images })),
      keptCount: assign({ kept: ({ context }) => context.kept + 1 }),
      problemSet: assign((_, problem: MessageFact) => ({ problem })),
    },
  }).createMachine({
    id: 'import',
    context: ({ input }) => ({
      ...FILE_NONE,
      waiting: input.groups,
      kept: input.kept,
    }),
    initial: 'next',
    states: {
      next: {
        entry: 'fileForget',
        always: [
          { guard: 'isOver', target: 'over' },
          { target: 'opening', actions: 'nextTake' },
        ],
      },
      opening: {
        invoke: { src: 'filesOpen', input: ({ context }) => needed(context.files) },
        on: {
          'opening.progress': { actions: { type: 'progressTake', params: ({ event }) => event } },
          'opening.done': {
            target: 'opened',
            actions: { type: 'openedTake', params: ({ event }) => event },
          },
          'opening.several': {
            target: 'choosing',
            actions: { type: 'severalTake', params: ({ event }) => event },
          },
          'opening.failed': {
            target: 'refused',
            actions: {
              type: 'problemSet',
              params: ({ context, event }) =>
                errorFact(event.error, { code: 'fileNotRead', name: needed(context.files).name }),
            },
          },
          'import.skip': 'next',
        },
      },
      choosing: {
        on: {
          'clips.choose': {
            target: 'next',
            actions: { type: 'clipsAdd', params: ({ event }) => event },
          },
          'import.skip': 'next',
        },
      },
      refused: { on: { 'import.skip': 'next' } },
      opened: {
        invoke: { src: 'fileHold', input: ({ context }) => needed(context.opened) },
        initial: 'outlining',
        on: { 'import.skip': 'next' },
        states: {
          outlining: {
            invoke: {
              id: 'outline',
              src: 'outline',
              input: ({ context }) => needed(context.opened).outline,
              onDone: {
                target: 'reviewing',
                actions: { type: 'sectorTake', params: ({ event }) => event.output },
              },
            },
          },
          reviewing: {
            on: {
              'name.set': { actions: { type: 'nameSet', params: ({ event }) => event } },
              'outline.again': { target: 'outlining', actions: 'sectorForget' },
              'import.keep': { target: 'keeping', actions: 'keepingBegin' },
            },
          },
          keeping: {
            invoke: { src: 'clipStore', input: ({ context }) => orderOf(context) },
            on: {
              'image.stored': { actions: { type: 'storedCount', params: ({ event }) => event } },
              'keeping.done': { target: '#import.next', actions: 'keptCount' },
              'keeping.failed': {
                target: 'reviewing',
                actions: {
                  type: 'problemSet',
                  params: ({ event }) => errorFact(event.error, { code: 'clipNotKept' }),
                },
              },
              'keeping.stop': 'reviewing',
            },
          },
        },
      },
      over: { type: 'final' },
    },
  });
}

export type ImportMachine = ReturnType<typeof importMachineCreate>;

function orderOf(context: ImportContext): ImportOrder<ImportOpened> {
  return {
    opened: needed(context.opened),
    sector: needed(context.sector),
    name: context.name.trim(),
    number: clipNumber(context),
  };
}

function needed<T>(value: T | null): T {
  if (value === null) throw new Error('Nothing is being imported.');
  return value;
}
