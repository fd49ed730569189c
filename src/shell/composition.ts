import { createActor } from 'xstate';
import { audioCreate } from '../adapters/audio/audio.ts';
import { draftStore } from '../adapters/drafts/draft-store.ts';
import { packageStore } from '../adapters/packages/package-store.ts';
import { phantomSource } from '../adapters/phantom-worker/client/phantom-source.ts';
import { memoryForgetful } from '../adapters/segmenter/client/backend-memory.ts';
import { segmenterCreate } from '../adapters/segmenter/client/segmenter.ts';
import { storeOpen } from '../adapters/store/store.ts';
import { tabsOpen } from '../adapters/tabs/tabs.ts';
import { uuidOf } from '../domain/digest/uuid.ts';
import { CodedError } from '../domain/errors/coded-error.ts';
import { FIRST_LEARNER, learnerDatabase } from '../domain/learners/learner-list.ts';
import type { InstalledPackage } from '../domain/package/installed-package.ts';
import { packageNameOf, packageNameRead } from '../domain/package/package-scenario-id.ts';
import type { ListedScenario } from '../domain/scenario/listed-scenario.ts';
import type { Scenario } from '../domain/scenario/scenario.ts';
import { draftOfPlayId, draftPlayRead } from '../domain/studio/draft-play.ts';
import type { Training } from '../parts/adaptation/training.ts';
import { captureSoonCreate } from '../parts/capture/capture-soon.ts';
import { learnersCreate } from '../parts/learners/learners.ts';
import { learnerCreate } from '../parts/learning/learner.ts';
import { networkCreate } from '../parts/network/network.ts';
import { offlineGameCreate } from '../parts/offline/offline.ts';
import { patientRevived } from '../parts/opening/patient-revived.ts';
import { sourcesCreate } from '../parts/opening/sources.ts';
import { packagesCreate } from '../parts/packages/packages.ts';
import type { Services } from '../parts/services.ts';
import { sessionMachineCreate } from '../parts/session/machine/session.ts';
import type { SessionStore } from '../parts/session/machine/session-effects.ts';
import { scenarioBuiltIn } from '../parts/session/practice.ts';
import { stageCreate } from '../parts/session/stage.ts';
import type { DraftStore } from '../ports/drafts.ts';
import type { NetworkStore } from '../ports/networks.ts';
import type { RecordsOpened } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';
import { noticeShow } from '../ui/notices.ts';
import { partLoad } from '../ui/part-load.ts';
import { settingsForget, settingsTake } from '../ui/settings.ts';
import { languageForget } from '../ui/words/language-start.ts';
import { say, wordsLanguage } from '../ui/words/say.ts';
import type { AssignedBegun } from './assigned-begin.ts';
import { copyOffer } from './copy-offer.ts';
import { everythingErase } from './erase.ts';
import type { LearnersBegun } from './learner-gate.tsx';
import { learnerLanguage } from './learner-language.ts';
import { recordsWatched } from './records-watched.ts';
import { pageReload } from './reload.ts';
import { scenarioFetch } from './scenarios.ts';
import { storageWatchCreate } from './storage-watch.ts';
import { storeShared } from './store-shared.ts';
import { whenSeen } from './when-seen.ts';

/** Wires the adapters to the machines and the screens. Phaser, the simulator's worker and the network load when needed. */
export function servicesCompose(
  scenarios: readonly ListedScenario[],
  packagesKept: readonly InstalledPackage[],
  begun: LearnersBegun,
  assigned: AssignedBegun | null,
): Omit<Services, 'assigned'> {
  const { kept, pins } = assigned?.learners ?? begun;
  const { here } = kept.read();
  const database = learnerDatabase(here);
  /** Drops what this page knows of what was kept. */
  const forget = (): void => {
    session.send({ type: 'data.erased' });
    learner.erased();
    offline.stop();
    settingsForget();
    sources.namesForget();
    backends.forget();
  };
  const storageWatch = storageWatchCreate();
  const tabs = tabsOpen({
    name: database,
    onTaken: (scenarioId) => session.send({ type: 'scenario.taken', scenarioId }),
    onChanged: whenSeen(() => {
      session.send({ type: 'data.changed' });
      learner.forget();
      store.then(settingsTake).catch((error: unknown) => console.warn(error));
    }),
  });
  const store: Promise<Store> = storeOpen({
    name: database,
    onErased() {
      forget();
      noticeShow('info', say('shell.erasedElsewhere'));
    },
  }).then((opened) =>
    storeShared(opened, tabs, {
      onKept: storageWatch.kept,
      onRefused() {
        const act = async () => noticeShow('info', await copyOffer(() => store));
        noticeShow('error', say('shell.refused'), { text: say('shell.crash.copy'), act });
      },
    }),
  );
  const backends = memoryForgetful();
  const networks = networksSoon();
  const network = networkCreate(
    async (adapted) =>
      segmenterCreate({
        memory: backends,
        ...(adapted !== null && { model: async () => (await networks()).networkFiles(adapted.id) }),
      }),
    async (images) => (await networks()).networkFor(images),
  );
  const offline = offlineGameCreate(
    network.state,
    async (options) => {
      const { offlineStart } = await import('../adapters/offline/offline.ts');
      return offlineStart(options);
    },
    assigned === null,
  );
  const records = recordsSoon(assigned?.recordsOpen ?? libraryOpen, storageWatch.kept);
  const learners = learnersCreate({
    kept,
    pins,
    store,
    storeOpen: (name) => storeOpen({ name }),
    records,
    newKey: uuidNew,
    forget,
    extrasErase: (key) => languageForget(learnerLanguage(key)),
    reload: pageReload,
  });
  const packages = packagesCreate({
    store: packageStore(),
    kept: packagesKept,
    records,
    now: () => Date.now(),
    newId: uuidNew,
  });
  const drafts = draftStore();
  const capture = captureSoonCreate(async () => {
    const { captureServiceCreate } = await partLoad(() => import('../parts/capture/capture-service.ts'));
    return captureServiceCreate({ network, store, records });
  });
  const sources = sourcesCreate(records, capture.load);
  const stage = stageCreate(network, sources.open);
  const learner = learnerCreate({
    store,
    now: () => Date.now(),
    newId: uuidNew,
    onClockBack: () => noticeShow('warning', say('shell.clockBack')),
  });
  const isDraftPlayed = (): boolean => draftOfPlayId(session.getSnapshot().context.scenarioId ?? '') !== null;
  const session = createActor(
    sessionMachineCreate({
      ...stage.effects,
      scenarioLoad: async ({ scenarioId }) =>
        (await draftFind(drafts, scenarioId)) ?? scenarioFind(scenarios, packagesKept, scenarioId),
      store: storeSoon(store),
      tabs,
      now: () => Date.now(),
      newId: uuidNew,
      newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0]!,
      itemKeep: async (item) => {
        if (!isDraftPlayed()) await learner.keep(item);
      },
    }),
    { input: { catalogue: scenarios } },
  );
  return {
    scenarios,
    session,
    learner,
    imageAhead: sources.ahead,
    stage,
    stageCreate: () => stageCreate(network, sources.open),
    scenarioLoad: (id) => scenarioFind(scenarios, packagesKept, id),
    scenarioFiles: async (scenario) => {
      const { scenarioFilesFetch } = await partLoad(() => import('./scenario-files.ts'));
      return scenarioFilesFetch(scenario);
    },
    network,
    audio: audioCreate(),
    offline,
    store,
    learners,
    packages,
    drafts,
    networks,
    training: trainingSoon(records),
    records,
    reload: pageReload,
    scannerCreate: async (options) => {
      const { scannerCreate } = await partLoad(() => import('../scanner/scanner-phaser.ts'));
      return scannerCreate(options);
    },
    phantomSource: async (request, sizePx) => phantomSource(request, { sizePx }),
    patientSource: async (request, view, onError) => patientRevived(request, view, onError),
    capture,
    clipSetup: sources.clipSetup,
    async erase() {
      try {
        await everythingErase({
          store,
          records,
          packages: packageStore(),
          drafts,
          networks,
          othersErase: learners.eraseOthers,
          forget,
        });
      } finally {
        learners.listTake();
      }
      // What is done from now on lies where a first visit lays it.
      if (here !== FIRST_LEARNER) pageReload();
    },
    async copyTake(copy, way, taking) {
      const { copyTake } = await partLoad(() => import('../parts/copy/copy-take.ts'));
      const opened = await store;
      try {
        return await copyTake({ store: opened, records, device: { drafts, networks } }, copy, way, taking);
      } finally {
        // Also where something went wrong on the way: the page shows what is kept now.
        session.send({ type: 'data.changed' });
        learner.forget();
        await settingsTake(opened);
      }
    },
  };
}

function uuidNew(): string {
  return uuidOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** A shipped scenario, or one that stands in no file. */
async function scenarioFind(
  scenarios: readonly ListedScenario[],
  packages: readonly InstalledPackage[],
  id: string,
): Promise<Scenario> {
  const inPackage = await packagedFind(packages, id);
  if (inPackage !== null) return inPackage;
  const listed = scenarios.find((scenario) => scenario.id === id);
  if (listed !== undefined) return scenarioFetch(listed, wordsLanguage());
  const built = scenarioBuiltIn(id);
  if (built === null) throw new CodedError('scenario_missing', { code: 'exerciseMissing', id });
  return built;
}

/** A scenario of a package; null where none of them has it. Reading one takes a parser that nothing else needs. */
async function packagedFind(packages: readonly InstalledPackage[], id: string): Promise<Scenario | null> {
  const name = packageNameRead(id)?.name;
  const from = packages.find((one) => name !== undefined && packageNameOf(one.id, name) === id);
  if (from === undefined || name === undefined) return null;
  const { packageScenario } = await partLoad(() => import('../domain/package/package-scenarios.ts'));
  return packageScenario(from.id, from.texts, name, wordsLanguage());
}

/** A draft as it is kept now; null for every other scenario. It is read by the parser that packages are read by. */
async function draftFind(drafts: DraftStore, id: string): Promise<Scenario | null> {
  const play = draftPlayRead(id);
  if (play === null) return null;
  const draft = await drafts.read(play.draft);
  if (draft === null) throw new CodedError('scenario_missing', { code: 'exerciseMissing', id });
  const { draftScenario } = await partLoad(() => import('../domain/studio/draft-scenario.ts'));
  return draftScenario(draft, play);
}

/** The store of adapted networks, which few ever have. */
function networksSoon(): () => Promise<NetworkStore> {
  return async () => {
    const { networkStore } = await partLoad(() => import('../adapters/networks/network-store.ts'));
    return networkStore();
  };
}

/** The training, which few ever begin; the same for whoever asks. */
function trainingSoon(records: () => Promise<RecordsOpened>): () => Promise<Training> {
  let made: Promise<Training> | null = null;
  return () => {
    made ??= Promise.all([
      partLoad(() => import('../parts/adaptation/training.ts')),
      partLoad(() => import('../adapters/segmenter/client/tuner.ts')),
    ])
      .then(([{ trainingCreate }, { networkAdapt }]) => trainingCreate(networkAdapt, records))
      .catch((error: unknown) => {
        made = null;
        throw error;
      });
    return made;
  };
}

/** The library of this device. */
async function libraryOpen(): Promise<RecordsOpened> {
  const { recordsOpen } = await partLoad(() => import('../adapters/records/client/records.ts'));
  return recordsOpen();
}

/** The records, opened by whoever asks first; after a failure the next one tries again. `onClip` when a clip was kept. */
function recordsSoon(open: () => Promise<RecordsOpened>, onClip: () => void): () => Promise<RecordsOpened> {
  let opening: Promise<RecordsOpened> | null = null;
  return () => {
    opening ??= open()
      .then((opened) => recordsWatched(opened, onClip))
      .catch((error: unknown) => {
        opening = null;
        throw error;
      });
    return opening;
  };
}

/** The store before it is open: every call waits for it. Who tries a draft leaves no place and no attempt in it. */
function storeSoon(opening: Promise<Store>): SessionStore {
  return {
    placesList: async () => (await opening).placesList(),
    placeClaim: async (scenarioId) => (await opening).placeClaim(scenarioId),
    placeRelease: (scenarioId) => {
      // Where it never opened nothing was claimed.
      opening.then((store) => store.placeRelease(scenarioId)).catch(() => {});
    },
    placeSave: async (place) => {
      if (draftOfPlayId(place.scenarioId) === null) await (await opening).placeSave(place);
    },
    placeDrop: async (scenarioId) => (await opening).placeDrop(scenarioId),
    bestScores: async () => (await opening).bestScores(),
    attemptAdd: async (attempt) => {
      if (draftOfPlayId(attempt.scenarioId) === null) await (await opening).attemptAdd(attempt);
    },
  };
}
