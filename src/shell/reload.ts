import { type NoticeKind, noticeShow, notices, noticesAge } from '../ui/notices.ts';

/** What was said while the page was loaded anew: it is said once more, and lies here no longer. */
const SAID = 'batsign.said';
const KINDS: readonly NoticeKind[] = ['error', 'info', 'warning'];

/** Loads the page anew; what is said until it goes is said by the next one. */
export function pageReload(): void {
  noticesAge();
  addEventListener('pagehide', () => {
    const said = notices.value.map(({ kind, text }) => [kind, text]);
    try {
      if (said.length > 0) sessionStorage.setItem(SAID, JSON.stringify(said));
    } catch (error) {
      console.warn(error);
    }
  });
  location.reload();
}

/** Says what the page before this one had no time for. */
export function noticesRestore(): void {
  try {
    const said: unknown = JSON.parse(sessionStorage.getItem(SAID) ?? '[]');
    sessionStorage.removeItem(SAID);
    for (const [kind, text] of said as readonly [NoticeKind, string][]) {
      if (KINDS.includes(kind) && typeof text === 'string') noticeShow(kind, text);
    }
  } catch (error) {
    console.warn(error);
  }
}
