import { render } from 'preact';
import type { Store } from '../ports/store.ts';
import { CrashScreen } from './components/crash-screen.tsx';

/**
 * Shows the crash screen in `root` when something fails that nobody caught and the page is empty by it. A page that
 * shows something is left as it is.
 */
export function crashWatch(root: HTMLElement, store: () => Promise<Store>): void {
  const look = (): void => {
    if (root.querySelector('main') === null) render(<CrashScreen store={store} />, root);
  };
  addEventListener('error', look);
  addEventListener('unhandledrejection', look);
}
