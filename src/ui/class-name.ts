import { type ReadonlySignal, signal } from '@preact/signals';
import { classNameRead } from '../domain/class-results/class-name.ts';
import { routeQuery } from './route.ts';

const KEPT = 'batsign.className';

const named = signal('');

/** The class that a link named, until the tab is closed; empty where none did. */
export const className: ReadonlySignal<string> = named;

/** Takes the class of the address, now and whenever a link leads to another one. */
export function classNameFollow(): void {
  named.value = keptRead();
  const take = (): void => {
    const name = classNameRead(routeQuery(location.hash).get('class') ?? '');
    if (name === '') return;
    named.value = name;
    try {
      sessionStorage.setItem(KEPT, name);
    } catch {
      // Then it is known until the page is loaded anew.
    }
  };
  take();
  addEventListener('hashchange', take);
}

function keptRead(): string {
  try {
    return classNameRead(sessionStorage.getItem(KEPT) ?? '');
  } catch {
    return '';
  }
}

/** The address that plays a scenario for a class. */
export function classLink(page: string, scenarioId: string, name: string): string {
  const [base = ''] = page.split('#');
  return `${base}#/play/${encodeURIComponent(scenarioId)}?${new URLSearchParams({ class: name })}`;
}
