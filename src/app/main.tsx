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
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { scenarioIsOnCamera, servicesCompose } from './composition.ts';
import { captureFollowRoute } from './live/capture-route.ts';
import { noticeError, noticeShow } from './notices.ts';
import { route, routeListen } from './route.ts';
import { ServicesContext } from './services.ts';
import { sessionFollowRoute } from './session-route.ts';
import { settings, settingsKeep } from './settings.ts';
import { strayDropsRefuse } from './stray-drops.ts';

const services = servicesCompose();
const { session, store, audio, capture } = services;

strayDropsRefuse(window);
routeListen();
session.start();
sessionFollowRoute(session, route);
captureFollowRoute(capture, route, scenarioIsOnCamera);
effect(() => audio.mute(!settings.value.isSoundOn));
store
  .then(async (opened) => {
    if (opened.memoryReason !== null) noticeShow('info', opened.memoryReason);
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
  <ServicesContext.Provider value={services}>
    <App />
  </ServicesContext.Provider>,
  document.getElementById('app')!,
);
