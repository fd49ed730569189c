import './style/tokens.css';
import './style/base.css';
import './style/controls.css';
import './style/shell.css';
import './style/home.css';
import './style/pages.css';
import './style/play.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { servicesCompose } from './composition.ts';
import { routeListen } from './route.ts';
import { ServicesContext } from './services.ts';
import { settingsKeep } from './settings.ts';

settingsKeep();
routeListen();

const services = servicesCompose();
render(
  <ServicesContext.Provider value={services}>
    <App />
  </ServicesContext.Provider>,
  document.getElementById('app')!,
);
