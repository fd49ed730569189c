import { signal } from '@preact/signals';
import { errorSentence } from './sentences/error-sentence.ts';

/** A failure, something done, or something not to be had here. */
export type NoticeKind = 'error' | 'info' | 'warning';

/** What can be done about it at once. */
export interface NoticeAction {
  readonly text: string;
  readonly act: () => void;
}

/** One sentence for the person at the screen. */
export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly text: string;
  readonly action: NoticeAction | null;
  readonly shownAtMs: number;
}

export const notices = signal<readonly Notice[]>([]);

const FRESH_MS = 1000;

let nextId = 1;

/** Shows a sentence until it is dismissed; the same sentence is not stacked, but is as fresh as if new. */
export function noticeShow(kind: NoticeKind, text: string, action: NoticeAction | null = null): void {
  const shownAtMs = performance.now();
  if (notices.value.some((notice) => notice.text === text)) {
    notices.value = notices.value.map((notice) => (notice.text === text ? { ...notice, shownAtMs } : notice));
    return;
  }
  const notice = { id: nextId, kind, text, action, shownAtMs };
  nextId += 1;
  notices.value = [...notices.value.slice(-2), notice];
}

/** Shows what went wrong, in the words of a coded error or else in these. */
export function noticeError(error: unknown, whatFailed: string): void {
  noticeShow('error', errorSentence(error, whatFailed));
}

export function noticeDismiss(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** Another screen or task came up: drops what was said on the one before, and keeps what just led here. */
export function noticesAge(): void {
  const now = performance.now();
  notices.value = notices.value.filter((notice) => now - notice.shownAtMs < FRESH_MS);
}
