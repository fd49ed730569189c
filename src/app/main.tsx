import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/shell.css';
import './style/home.css';
import './style/pages.css';
import './style/clips.css';
import './style/live.css';
import './style/play.css';
import './style/scan.css';
import './style/play-scan.css';
import './style/m-mode.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { storeOpen } from '../adapters/store/store.ts';
import { App } from './app.tsx';
import { browserFacts, browserLacks, browserRefusal } from './browser-lacks.ts';
import { BrowserRefusal } from './components/browser-refusal.tsx';
import { CrashGuard } from './components/crash-guard.tsx';
import { scenarioIsOnCamera, servicesCompose } from './composition.ts';
import { crashWatch } from './crash-watch.tsx';
import { captureFollowRoute } from './live/capture-route.ts';
import { noticeError, noticeShow } from './notices.ts';
import { route, routeListen } from './route.ts';
import { ServicesContext } from './services.ts';
import { sessionFollowRoute } from './session-route.ts';
import { settings, settingsKeep } from './settings.ts';
import { strayDropsRefuse } from './stray-drops.ts';

const root = document.getElementById('app')!;
// What stands there until this script runs.
root.replaceChildren();
const facts = browserFacts();
const refusal = browserRefusal(facts);
if (refusal === null) gameStart();
else render(<BrowserRefusal sentence={refusal} />, root);

function gameStart(): void {
  // Whatever failed, what was kept can be opened anew.
  crashWatch(root, storeOpen);
  const services = servicesCompose();
  const { session, store, audio, capture } = services;

  strayDropsRefuse(window);
  routeListen(() =>
    noticeShow('error', 'This address leads to nothing in the game: here is its first page instead.'),
  );
  session.start();
  sessionFollowRoute(session, route);
  captureFollowRoute(capture, route, scenarioIsOnCamera);
  effect(() => audio.mute(!settings.value.isSoundOn));
  const lacks = browserLacks(facts);
  if (lacks.length > 0) noticeShow('warning', lacks.join(' '));
  store
    .then(async (opened) => {
      if (opened.memoryReason !== null) noticeShow('warning', opened.memoryReason);
      await settingsKeep(opened);
    })
    .catch((error: unknown) =>
      noticeError(error, 'Your settings could not be read. You can play all the same.'),
    );

  let noticed: string | null = null;
  session.subscribe(({ context }) => {
    if (context.notice !== null && context.notice !== noticed) noticeShow('error', context.notice);
    noticed = context.notice;
  });

  render(
    <CrashGuard store={() => store}>
      <ServicesContext.Provider value={services}>
        <App />
      </ServicesContext.Provider>
    </CrashGuard>,
    root,
  );
}
