import '../ui/style/tokens.css';
import '../ui/style/base.css';
import '../ui/style/controls.css';
import '../ui/style/shell.css';
import '../ui/style/home.css';
import '../ui/style/pages.css';
import '../ui/style/live.css';
import '../ui/style/play.css';
import '../ui/style/scan.css';
import '../ui/style/play-scan.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { learnerListKept } from '../adapters/learners/learner-list-kept.ts';
import { pinsCreate } from '../adapters/learners/pins.ts';
import { packageStore } from '../adapters/packages/package-store.ts';
import { storeOpen } from '../adapters/store/store.ts';
import { ASSIGNMENT_META } from '../domain/course-system/course-target.ts';
import { learnerDatabase } from '../domain/learners/learner-list.ts';
import { type InstalledPackage, listedIn } from '../domain/package/installed-package.ts';
import { type ListedScenario, scenarioIsOnCamera } from '../domain/scenario/listed-scenario.ts';
import { ServicesContext } from '../parts/services.ts';
import { scenarioBuiltIn } from '../parts/session/practice.ts';
import { sessionFollowRoute } from '../parts/session/session-route.ts';
import { classNameFollow } from '../ui/class-name.ts';
import { noticeError, noticeShow } from '../ui/notices.ts';
import { partLoad } from '../ui/part-load.ts';
import { route, routeListen } from '../ui/route.ts';
import { messageSentence } from '../ui/sentences/message-sentence.ts';
import { settings, settingsKeep } from '../ui/settings.ts';
import { languageStart } from '../ui/words/language-start.ts';
import { say, wordsLanguage } from '../ui/words/say.ts';
import { App, PreviewApp } from './app.tsx';
import type { AssignedBegun } from './assigned-begin.ts';
import { browserFacts, browserLacks, browserRefusal } from './browser-lacks.ts';
import { BrowserRefusal } from './browser-refusal.tsx';
import { captureFollowRoute } from './capture-route.ts';
import { servicesCompose } from './composition.ts';
import { CrashGuard } from './crash-guard.tsx';
import { crashWatch } from './crash-watch.tsx';
import { LearnerGate, learnerIsAsked } from './learner-gate.tsx';
import { learnerLanguage } from './learner-language.ts';
import { noticesRestore } from './reload.ts';
import { scenariosList } from './scenarios.ts';
import { strayDropsRefuse } from './stray-drops.ts';

const root = document.getElementById('app')!;
// Removes the page's content from before this script runs.
root.replaceChildren();
const facts = browserFacts();
const begun = { kept: learnerListKept(), pins: pinsCreate() };
const isAssigned = document.querySelector(`meta[name=${ASSIGNMENT_META}]`) !== null;
void (isAssigned ? assignedStart() : pageStart());

/** Nothing that says something runs before the words are there. */
async function pageStart(): Promise<void> {
  const { here } = begun.kept.read();
  await languageStart(learnerLanguage(here));
  document.querySelector('meta[name=description]')?.setAttribute('content', say('shell.description'));
  const refusal = browserRefusal(facts);
  if (refusal !== null) {
    render(<BrowserRefusal sentence={refusal} />, root);
    return;
  }
  // Whatever failed, what was kept can be opened anew.
  crashWatch(root, () => storeOpen({ name: learnerDatabase(here) }));
  const start = async () => {
    const packages = await packageStore().list();
    gameStart(await scenariosList(wordsLanguage(), packages), packages);
  };
  if (learnerIsAsked(begun)) render(<LearnerGate begun={begun} onIn={() => void start()} />, root);
  else await start();
}

/** The page of a package for a course system: what it assigned, and nothing else. */
async function assignedStart(): Promise<void> {
  await languageStart(null);
  const refusal = browserRefusal(facts);
  if (refusal !== null) {
    render(<BrowserRefusal sentence={refusal} />, root);
    return;
  }
  const { assignedBegin } = await partLoad(() => import('./assigned-begin.ts'));
  const assigned = await assignedBegin();
  if (assigned === null) {
    render(<BrowserRefusal sentence={messageSentence({ code: 'courseUnsound' })} />, root);
    return;
  }
  const { here } = assigned.learners.kept.read();
  crashWatch(root, () => storeOpen({ name: learnerDatabase(here) }));
  gameStart(listedIn(assigned.from, wordsLanguage()), [assigned.from], assigned);
}

function gameStart(
  scenarios: readonly ListedScenario[],
  packages: readonly InstalledPackage[],
  assigned: AssignedBegun | null = null,
): void {
  const composed = servicesCompose(scenarios, packages, begun, assigned);
  const services = { ...composed, assigned: assigned?.follow(composed.session) ?? null };
  const { session, store, audio, capture, learners } = services;

  strayDropsRefuse(window);
  noticesRestore();
  classNameFollow();
  routeListen(() => noticeShow('error', say('shell.addressUnknown')));
  session.start();
  sessionFollowRoute(session, route);
  captureFollowRoute(capture, route, (id) => {
    const built = scenarioBuiltIn(id);
    if (built !== null) return scenarioIsOnCamera(built);
    return scenarios.some((scenario) => scenario.id === id && scenario.isOnCamera);
  });
  effect(() => audio.mute(!settings.value.isSoundOn));
  const lacks = browserLacks(facts);
  if (lacks.length > 0) noticeShow('warning', lacks.join(' '));
  store
    .then(async (opened) => {
      if (opened.memoryReason !== null) noticeShow('warning', messageSentence(opened.memoryReason));
      await settingsKeep(opened);
    })
    .catch((error: unknown) => noticeError(error, say('shell.settingsUnread')));

  // Whose database lies here is in the list again before anybody looks for them.
  if (assigned === null) learners.find().catch((error: unknown) => console.warn(error));

  let noticed: string | null = null;
  session.subscribe(({ context }) => {
    const notice = context.notice === null ? null : messageSentence(context.notice);
    if (notice !== null && notice !== noticed) noticeShow('error', notice);
    noticed = notice;
  });

  render(
    <CrashGuard store={() => store}>
      <ServicesContext.Provider value={services}>
        {route.peek().page === 'preview' ? <PreviewApp /> : <App />}
      </ServicesContext.Provider>
    </CrashGuard>,
    root,
  );
}
