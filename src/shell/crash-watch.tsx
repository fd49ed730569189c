import { render } from 'preact';
import type { Store } from '../ports/store.ts';
import { noticeShow } from '../ui/notices.ts';
import { CrashScreen } from './crash-screen.tsx';

/**
 * Shows the crash screen in `root` when something fails that nobody caught and the page is empty by it. A page that
 * shows something is left as it is, and says that something went wrong.
 */
export function crashWatch(root: HTMLElement, store: () => Promise<Store>): void {
  const look = (error: unknown): void => {
    if (root.querySelector('main') === null) render(<CrashScreen store={store} />, root);
    // Browsers tell in the same way, without an error, that a layout took two rounds; and what was given up is no fault.
    else if (error instanceof Error && error.name !== 'AbortError') {
      noticeShow(
        'error',
        'Something went wrong here. If the page no longer does what you ask, reload it: your place is kept.',
      );
    }
  };
  addEventListener('error', ({ error }) => look(error));
  addEventListener('unhandledrejection', ({ reason }) => look(reason));
}
