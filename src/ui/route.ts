import { signal } from '@preact/signals';

/** Which screen is shown. The address after `#` says it, so that a reload and the back button keep working. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'play'; readonly scenario: string }
  /** The interactive lesson that opens a course. */
  | { readonly page: 'lesson'; readonly lesson: string }
  /** Draws a new virtual patient and goes on to play it. */
  | { readonly page: 'practice' }
  /** Chooses the learner's next round, and goes on to it. */
  | { readonly page: 'round' }
  /** Draws a new run of a drill, and goes on to it. */
  | { readonly page: 'drill'; readonly drill: string }
  /** The exam: its start, or the report of the one with that scenario id. */
  | { readonly page: 'exam'; readonly sitting: string | null }
  /** The lessons of a course. */
  | { readonly page: 'course'; readonly course: string }
  /** What the learner can do, and by when it is forgotten. */
  | { readonly page: 'progress' }
  /** A scenario that was played before; `step`: the place of one of its steps, from 1, or null for all of it. */
  | { readonly page: 'attempt'; readonly attempt: string; readonly step: number | null }
  /** Scanning a virtual patient by hand. */
  | { readonly page: 'scan' }
  /** An ultrasound machine on a capture card. */
  | { readonly page: 'live' }
  /** The library of recorded clips, or one of them. */
  | { readonly page: 'clips'; readonly clip: string | null }
  /** Packages of scenarios; `from` is the address of one that a link named. */
  | { readonly page: 'packages'; readonly from: string | null }
  /** Making scenarios; `draft` is the one at hand, `clip` a clip of the library that a new one begins with. */
  | { readonly page: 'studio'; readonly draft: string | null; readonly clip?: string }
  /** A course that is made of drafts. */
  | { readonly page: 'own-course'; readonly course: string }
  /** What learners handed in, looked at by whoever teaches. */
  | { readonly page: 'class' }
  /** Handing in what was played; `attempt` is the one that a link is about. */
  | { readonly page: 'hand-in'; readonly attempt: string | null }
  /** Adapting the network to one's own machine. */
  | { readonly page: 'adapt' }
  /** A draft that is played beside its form, in a frame of its own; `play` is the scenario id of that play. */
  | { readonly page: 'preview'; readonly play: string }
  | { readonly page: 'learners' }
  /** The terms of the field, or one of them. */
  | { readonly page: 'glossary'; readonly term: string | null }
  | { readonly page: 'settings' }
  | { readonly page: 'about' };

/** How a link names a package: `#/open?package=ADDRESS`. */
const OPEN = '#/open?';

/** The page that an address names; null where there is none of that name, or it cannot be decoded. */
function routeRead(hash: string): Route | null {
  const offered = hash.startsWith(OPEN) ? routeQuery(hash).get('package') : null;
  if (offered !== null) return { page: 'packages', from: offered };
  const [path = ''] = hash.split('?');
  const [page = '', encoded = '', place = ''] = path.replace(/^#\/?/, '').split('/');
  const name = nameDecode(encoded);
  if (name === null) return null;
  if (page === '') return { page: 'home' };
  if (page === 'play' && name !== '') return { page, scenario: name };
  if (page === 'drill' && name !== '') return { page, drill: name };
  if (page === 'course' && name !== '') return { page, course: name };
  if (page === 'round' || page === 'progress') return { page };
  if (page === 'lesson' && name !== '') return { page, lesson: name };
  if (page === 'attempt' && name !== '') {
    return { page, attempt: name, step: /^[1-9]\d{0,3}$/.test(place) ? Number(place) : null };
  }
  if (page === 'practice' || page === 'scan' || page === 'live') return { page };
  if (page === 'learners' || page === 'settings' || page === 'about' || page === 'class' || page === 'adapt')
    return { page };
  if (page === 'hand-in') return { page, attempt: name === '' ? null : name };
  if (page === 'glossary') return { page, term: name === '' ? null : name };
  if (page === 'exam') return { page, sitting: name === '' ? null : name };
  if (page === 'packages') return { page, from: null };
  if (page === 'preview' && name !== '') return { page, play: name };
  if (page === 'own-course' && name !== '') return { page, course: name };
  if (page === 'studio') {
    const clip = routeQuery(hash).get('clip');
    return { page, draft: name === '' ? null : name, ...(clip !== null && { clip }) };
  }
  if (page === 'clips') return { page, clip: name === '' ? null : name };
  return null;
}

/** What a link carries behind a `?` in the address, such as `#/play/ID?class=NAME`. */
export function routeQuery(hash: string): URLSearchParams {
  const at = hash.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : hash.slice(at + 1));
}

function nameDecode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

export function routeHref(route: Route): string {
  if (route.page === 'home') return '#/';
  if (route.page === 'play') return `#/play/${encodeURIComponent(route.scenario)}`;
  if (route.page === 'drill') return `#/drill/${encodeURIComponent(route.drill)}`;
  if (route.page === 'packages' && route.from !== null) {
    return `${OPEN}${new URLSearchParams({ package: route.from })}`;
  }
  if (route.page === 'course') return `#/course/${encodeURIComponent(route.course)}`;
  if (route.page === 'own-course') return `#/own-course/${encodeURIComponent(route.course)}`;
  if (route.page === 'lesson') return `#/lesson/${encodeURIComponent(route.lesson)}`;
  if (route.page === 'exam' && route.sitting !== null) return `#/exam/${encodeURIComponent(route.sitting)}`;
  if (route.page === 'clips' && route.clip !== null) return `#/clips/${encodeURIComponent(route.clip)}`;
  if (route.page === 'preview') return `#/preview/${encodeURIComponent(route.play)}`;
  if (route.page === 'studio' && route.draft !== null) return `#/studio/${encodeURIComponent(route.draft)}`;
  if (route.page === 'studio' && route.clip !== undefined) {
    return `#/studio?${new URLSearchParams({ clip: route.clip })}`;
  }
  if (route.page === 'glossary' && route.term !== null) return `#/glossary/${encodeURIComponent(route.term)}`;
  if (route.page === 'hand-in' && route.attempt !== null) {
    return `#/hand-in/${encodeURIComponent(route.attempt)}`;
  }
  if (route.page === 'attempt') {
    const address = `#/attempt/${encodeURIComponent(route.attempt)}`;
    return route.step === null ? address : `${address}/${route.step}`;
  }
  return `#/${route.page}`;
}

export const route = signal<Route>(routeRead(location.hash) ?? { page: 'home' });

export function routeGo(to: Route): void {
  location.hash = routeHref(to);
}

/** Goes on without leaving a trace in the history. */
export function routeReplace(to: Route): void {
  location.replace(routeHref(to));
}

/** Follows the address bar; an address that leads nowhere shows home, and `onLost` is told. */
export function routeListen(onLost: () => void): void {
  const follow = (): void => {
    const read = routeRead(location.hash);
    route.value = read ?? { page: 'home' };
    if (read === null) onLost();
  };
  addEventListener('hashchange', follow);
  // The address may have changed since this module was read: words are fetched in between.
  follow();
}
