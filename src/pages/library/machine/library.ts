import { type ActorRefFrom, assign, fromPromise, setup } from 'xstate';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { ClipRecord, DamagedClip, Records } from '../../../ports/records.ts';
import {
  type ImportEffects,
  type ImportFiles,
  type ImportMachine,
  type ImportOpened,
  importMachineCreate,
} from './library-import.ts';

/** The effects that the list of clips needs. Of a CodedError its sentence is shown. */
export interface LibraryEffects<Opened extends ImportOpened> extends ImportEffects<Opened> {
  clipsList(): ReturnType<Records['clipsList']>;
  clipRename(id: string, name: string): Promise<void>;
  clipRemove(id: string): Promise<void>;
}

export interface LibraryContext {
  readonly clips: readonly ClipRecord[];
  readonly damaged: readonly DamagedClip[];
  /** Files that wait to be imported, each group one clip. */
  readonly groups: readonly ImportFiles[];
  /** A sentence; null while nothing went wrong. */
  readonly problem: MessageFact | null;
}

export type LibraryEvent =
  | { readonly type: 'files.give'; readonly groups: readonly ImportFiles[] }
  | { readonly type: 'clip.rename'; readonly id: string; readonly name: string }
  | { readonly type: 'clip.remove'; readonly id: string }
  | { readonly type: 'list.retry' }
  | { readonly type: 'problem.dismiss' };

/** An event of one type. */
type Of<Type extends LibraryEvent['type']> = Extract<LibraryEvent, { readonly type: Type }>;

type Change =
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  | { readonly kind: 'remove'; readonly id: string };

/**
 * The clips that are kept. `reading`: the list is fetched; `listed`: it is shown; `changing`: a clip is renamed or
 * removed; `importing`: files are opened and kept one after the other (the child `import`); `failed`: the list
 * cannot be read, and `problem` says why.
 */
export function libraryMachineCreate<Opened extends ImportOpened>(effects: LibraryEffects<Opened>) {
  const importMachine: ImportMachine = importMachineCreate(effects);
  return setup({
    types: {
      context: {} as LibraryContext,
      events: {} as LibraryEvent,
      children: {} as { import: 'import' },
    },
    actors: {
      import: importMachine,
      clipsList: fromPromise(async () => effects.clipsList()),
      clipChange: fromPromise<void, Change>(async ({ input }) =>
        input.kind === 'rename' ? effects.clipRename(input.id, input.name) : effects.clipRemove(input.id),
      ),
    },
    guards: {
      hasFiles: ({ context }) => context.groups.length > 0,
      givesFiles: (_, { groups }: Of<'files.give'>) => groups.length > 0,
    },
    actions: {
      filesAdd: assign(({ context }, { groups }: Of<'files.give'>) => ({
        groups: [...context.groups, ...groups],
        problem: null,
      })),
      filesForget: assign({ groups: [] }),
      clipsTake: assign(
        (_, { clips, damaged }: Awaited<ReturnType<LibraryEffects<Opened>['clipsList']>>) => ({
          clips,
          damaged,
        }),
      ),
      problemSet: assign((_, problem: MessageFact) => ({ problem })),
      problemClear: assign({ problem: null }),
    },
  }).createMachine({
    id: 'library',
    context: { clips: [], damaged: [], groups: [], problem: null },
    initial: 'reading',
    on: {
      // Also while the list is still being read: they wait until it is.
      'files.give': { actions: { type: 'filesAdd', params: ({ event }) => event } },
      'problem.dismiss': { actions: 'problemClear' },
    },
    states: {
      reading: {
        invoke: {
          src: 'clipsList',
          onDone: [
            {
              guard: 'hasFiles',
              target: 'importing',
              actions: { type: 'clipsTake', params: ({ event }) => event.output },
            },
            { target: 'listed', actions: { type: 'clipsTake', params: ({ event }) => event.output } },
          ],
          onError: {
            target: 'failed',
            actions: {
              type: 'problemSet',
              params: ({ event }) => errorFact(event.error, { code: 'clipsNotRead' }),
            },
          },
        },
      },
      listed: {
        on: {
          'files.give': {
            guard: { type: 'givesFiles', params: ({ event }) => event },
            target: 'importing',
            actions: { type: 'filesAdd', params: ({ event }) => event },
          },
          'clip.rename': 'changing',
          'clip.remove': 'changing',
        },
      },
      changing: {
        invoke: {
          src: 'clipChange',
          input: ({ event }) => changeOf(event),
          onDone: { target: 'reading', actions: 'problemClear' },
          onError: {
            target: 'reading',
            actions: {
              type: 'problemSet',
              params: ({ event }) => errorFact(event.error, { code: 'clipNotChanged' }),
            },
          },
        },
      },
      importing: {
        invoke: {
          id: 'import',
          src: 'import',
          input: ({ context }) => ({ groups: context.groups, kept: context.clips.length }),
          onDone: { target: 'reading', actions: 'filesForget' },
        },
        // One lot at a time.
        on: { 'files.give': {} },
      },
      failed: { on: { 'list.retry': 'reading' } },
    },
  });
}

export type LibraryMachine = ReturnType<typeof libraryMachineCreate>;
export type LibraryActor = ActorRefFrom<LibraryMachine>;
export type ImportActor = ActorRefFrom<ImportMachine>;

function changeOf(event: LibraryEvent): Change {
  if (event.type === 'clip.rename') return { kind: 'rename', id: event.id, name: event.name.trim() };
  if (event.type === 'clip.remove') return { kind: 'remove', id: event.id };
  throw new Error(`${event.type} changes no clip.`);
}
