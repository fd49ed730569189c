import { type ActorRefFrom, assign, fromCallback, fromPromise, setup } from 'xstate';
import type { Reports } from '../../../domain/analysis/strip.ts';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { MaskReport } from '../../../domain/grading/report.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { ClipAnalysis } from '../../../ports/records.ts';

/** Some images that the network has looked at. */
export interface ImagesAnalysed {
  readonly weightsSha256: string;
  readonly first: number;
  /** Of image `first` and those that follow. */
  readonly reports: readonly MaskReport[];
}

/** The reports of a clip so far. */
export interface AnalysisKnown {
  /** One for each image. */
  readonly reports: Reports;
  /** Of the network that made the reports; null while there are none. */
  readonly weightsSha256: string | null;
}

/** The effects that analysing a clip needs. Of a CodedError its sentence is shown. */
export interface AnalysisEffects {
  /** The clip's analysis that is kept; null where no network has looked at it. */
  storedRead(): Promise<ClipAnalysis | null>;
  /**
   * Looks at every image that lacks a report of the present network, keeps what it finds, and tells it; told to
   * stop, it keeps what it has and ends.
   */
  imagesAnalyse(
    known: AnalysisKnown,
    onAnalysed: (images: ImagesAnalysed) => void,
    aborted: AbortSignal,
  ): Promise<void>;
}

export interface AnalysisInput {
  readonly images: number;
}

export interface AnalysisContext extends AnalysisInput, AnalysisKnown {
  /** Of the network that would look at the clip now; null while it is not known. */
  readonly networkSha256: string | null;
  /** Whether reports of another network were there and dropped. */
  readonly isOutdated: boolean;
  readonly problem: MessageFact | null;
}

export type AnalysisEvent =
  | { readonly type: 'analysis.start' }
  | { readonly type: 'analysis.stop' }
  /** The network is loaded. */
  | { readonly type: 'network.known'; readonly weightsSha256: string }
  | { readonly type: 'images.analysed'; readonly images: ImagesAnalysed }
  | { readonly type: 'images.done' }
  | { readonly type: 'images.failed'; readonly error: unknown };

/** An event of one type. */
type Of<Type extends AnalysisEvent['type']> = Extract<AnalysisEvent, { readonly type: Type }>;

/**
 * The network's report on every image of a clip. `reading`: the stored ones are fetched; `resting`: some, all or none of
 * the images have their report; `running`: the network looks at those that lack one. However it ends, finished reports are
 * kept; those of another network are dropped as soon as this one is known.
 */
export function analysisMachineCreate(effects: AnalysisEffects) {
  return setup({
    types: {
      context: {} as AnalysisContext,
      events: {} as AnalysisEvent,
      input: {} as AnalysisInput,
    },
    actors: {
      storedRead: fromPromise(async () => effects.storedRead()),
      imagesAnalyse: fromCallback<AnalysisEvent, AnalysisKnown>(({ input, sendBack }) => {
        const stop = new AbortController();
        effects
          .imagesAnalyse(input, (images) => sendBack({ type: 'images.analysed', images }), stop.signal)
          .then(
            () => sendBack({ type: 'images.done' }),
            (error: unknown) => sendBack({ type: 'images.failed', error }),
          );
        return () => stop.abort();
      }),
    },
    guards: {
      isWhole: ({ context }) => analysisIsWhole(context),
    },
    actions: {
      networkTake: assign(({ context }, { weightsSha256 }: Of<'network.known'>) =>
        networkTake(context, weightsSha256),
      ),
      imagesTake: assign(({ context }, { images }: Of<'images.analysed'>) => imagesTake(context, images)),
      storedTake: assign(({ context }, stored: ClipAnalysis | null) => storedTake(context, stored)),
      problemSet: assign((_, problem: MessageFact) => ({ problem })),
      problemClear: assign({ problem: null }),
    },
  }).createMachine({
    id: 'analysis',
    context: ({ input }) => ({
      ...input,
      reports: reportsNone(input.images),
      weightsSha256: null,
      networkSha256: null,
      isOutdated: false,
      problem: null,
    }),
    initial: 'reading',
    on: {
      'network.known': { actions: { type: 'networkTake', params: ({ event }) => event } },
      // Those that were under way when it was stopped are kept too.
      'images.analysed': { actions: { type: 'imagesTake', params: ({ event }) => event } },
    },
    states: {
      reading: {
        invoke: {
          src: 'storedRead',
          onDone: {
            target: 'resting',
            actions: { type: 'storedTake', params: ({ event }) => event.output },
          },
          onError: {
            target: 'resting',
            actions: {
              type: 'problemSet',
              params: ({ event }) => errorFact(event.error, { code: 'analysisNotRead' }),
            },
          },
        },
      },
      resting: {
        on: {
          'analysis.start': [{ guard: 'isWhole' }, { target: 'running', actions: 'problemClear' }],
        },
      },
      running: {
        invoke: {
          src: 'imagesAnalyse',
          input: ({ context: { reports, weightsSha256 } }) => ({ reports, weightsSha256 }),
        },
        on: {
          'analysis.stop': 'resting',
          'images.done': 'resting',
          'images.failed': {
            target: 'resting',
            actions: {
              type: 'problemSet',
              params: ({ event }) => errorFact(event.error, { code: 'analysisBroken' }),
            },
          },
        },
      },
    },
  });
}

export type AnalysisActor = ActorRefFrom<ReturnType<typeof analysisMachineCreate>>;

/** Whether every image has its report. */
export function analysisIsWhole({ reports }: Pick<AnalysisContext, 'reports'>): boolean {
  return reports.every(reportIsWhole);
}

/** Whether a report is there, with what the whole clip is read and counted by: those of earlier versions lack that. */
export function reportIsWhole(report: MaskReport | null): boolean {
  return report !== null && report.facts !== null && report.spaceBLines !== null;
}

function reportsNone(images: number): Reports {
  return Array.from({ length: images }, () => null);
}

function storedTake(context: AnalysisContext, stored: ClipAnalysis | null): Partial<AnalysisContext> {
  if (stored === null || stored.reports.length !== context.images) return {};
  const { weightsSha256, reports } = stored;
  const taken = { ...context, weightsSha256, reports };
  return context.networkSha256 === null ? taken : networkTake(taken, context.networkSha256);
}

/** Reports of another network are dropped. */
function networkTake(context: AnalysisContext, networkSha256: string): Partial<AnalysisContext> {
  const { weightsSha256, reports, images } = context;
  if (weightsSha256 === null || weightsSha256 === networkSha256) {
    return { weightsSha256, reports, networkSha256 };
  }
  return { networkSha256, weightsSha256: null, reports: reportsNone(images), isOutdated: true };
}

function imagesTake(
  context: AnalysisContext,
  { weightsSha256, first, reports: made }: ImagesAnalysed,
): Partial<AnalysisContext> {
  const known = networkTake(context, weightsSha256);
  const before = known.reports ?? context.reports;
  const reports = before.map((report, index) => made[index - first] ?? report);
  return { networkSha256: weightsSha256, weightsSha256, reports, isOutdated: false };
}
