import { render } from 'preact';
import type { Store } from '../ports/store.ts';
import { noticeShow } from '../ui/notices.ts';
import { say } from '../ui/words/say.ts';
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
      noticeShow('error', say('shell.crash.notice'));
    }
  };
  addEventListener('error', ({ error }) => look(error));
  addEventListener('unhandledrejection', ({ reason }) => look(reason));
}
