import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PhantomRequest } from '../domain/scan/phantom-request.ts';
import type { ListedScenario } from '../domain/scenario/listed-scenario.ts';
import type { Scenario } from '../domain/scenario/scenario.ts';
import type { DraftTexts } from '../domain/studio/draft.ts';
import type { Audio } from '../ports/audio.ts';
import type { DraftStore } from '../ports/drafts.ts';
import type { LayeredSource } from '../ports/frame-source.ts';
import type { NetworkStore } from '../ports/networks.ts';
import type { RecordsOpened } from '../ports/records.ts';
import type { CopyWay, Store } from '../ports/store.ts';
import type { Scanner, ScannerOptions } from '../scanner/scanner.ts';
import type { Training } from './adaptation/training.ts';
import type { Assigned } from './assigned/assigned.ts';
import type { CaptureSoon } from './capture/capture-soon.ts';
import type { PatientOpen } from './console/console.ts';
import type { CopyOpened } from './copy/copy-open.ts';
import type { CopyLeftOut, CopyTaking } from './copy/copy-take.ts';
import type { Learners } from './learners/learners.ts';
import type { Learner } from './learning/learner.ts';
import type { Network } from './network/network.ts';
import type { OfflineGame } from './offline/offline.ts';
import type { Sources } from './opening/sources.ts';
import type { Packages } from './packages/packages.ts';
import type { SessionActor } from './session/session-route.ts';
import type { Stage } from './session/stage.ts';

/** The services that pages get from outside; heavy parts load when they are first asked for. */
export interface Services {
  /** What a course system assigned that opened this page; null where none did. */
  readonly assigned: Assigned | null;
  /** Course by course, lesson by lesson. */
  readonly scenarios: readonly ListedScenario[];
  readonly session: SessionActor;
  readonly learner: Learner;
  /** Looks for the exam of an image that will be opened soon. */
  readonly imageAhead: Sources['ahead'];
  readonly stage: Stage;
  /** Another stage than the session's, for what was played before; `effects.imageClose` ends it. */
  readonly stageCreate: () => Stage;
  /** A scenario with its steps; rejects with CodedError where it is not known, or does not arrive. */
  readonly scenarioLoad: (id: string) => Promise<Scenario>;
  /** The file of a shipped scenario in English, with those of its texts in other languages. */
  readonly scenarioFiles: (scenario: Pick<ListedScenario, 'id' | 'course'>) => Promise<DraftTexts>;
  readonly network: Network;
  readonly audio: Audio;
  readonly offline: OfflineGame;
  /** Of the learner who is here. */
  readonly store: Promise<Store>;
  readonly learners: Learners;
  /** Packages of scenarios, of this device. */
  readonly packages: Packages;
  /** Drafts of scenarios, of this device. */
  readonly drafts: DraftStore;
  /** Labelled frames and adapted networks, of this device. */
  readonly networks: () => Promise<NetworkStore>;
  /** Adapts the network of the game to one's own frames; the same for whoever asks. */
  readonly training: () => Promise<Training>;
  /** Recorded clips; opened when first asked for. */
  readonly records: () => Promise<RecordsOpened>;
  readonly scannerCreate: (options: ScannerOptions) => Promise<Scanner>;
  readonly phantomSource: (request: PhantomRequest, sizePx: number) => Promise<LayeredSource>;
  /** A virtual patient who is scanned by hand. */
  readonly patientSource: PatientOpen;
  /** The ultrasound machine on a capture card. */
  readonly capture: CaptureSoon;
  /** Set while the learner is asked for a file. */
  readonly clipSetup: Sources['clipSetup'];
  /** Loads the page anew, which says what was said until then. */
  readonly reload: () => void;
  /** Erases whatever is kept and known of all learners; rejects with an error that may have a `code` and a sentence. */
  readonly erase: () => Promise<void>;
  /** Brings in a saved copy, after which this page knows what is kept then; gives how much of it was left out. */
  readonly copyTake: (copy: CopyOpened, way: CopyWay, taking: CopyTaking) => Promise<CopyLeftOut>;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('Services are missing around this component.');
  return services;
}
