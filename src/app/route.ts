import { signal } from '@preact/signals';

/** Which screen is shown. The address after `#` says it, so that a reload and the back button keep working. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'play'; readonly scenario: string }
  /** Draws a new virtual patient and goes on to play it. */
  | { readonly page: 'practice' }
  | { readonly page: 'settings' }
  | { readonly page: 'about' };

function routeRead(hash: string): Route {
  const [page = '', name = ''] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'play' && name !== '') return { page, scenario: decodeURIComponent(name) };
  if (page === 'practice' || page === 'settings' || page === 'about') return { page };
  return { page: 'home' };
}

export function routeHref(route: Route): string {
  if (route.page === 'home') return '#/';
  if (route.page === 'play') return `#/play/${encodeURIComponent(route.scenario)}`;
  return `#/${route.page}`;
}

export const route = signal<Route>(routeRead(location.hash));

export function routeGo(to: Route): void {
  location.hash = routeHref(to);
}

/** Goes on without leaving a trace in the history. */
export function routeReplace(to: Route): void {
  location.replace(routeHref(to));
}

/** Follows the address bar. */
export function routeListen(): void {
  addEventListener('hashchange', () => {
    route.value = routeRead(location.hash);
  });
}
