import { signal } from '@preact/signals';

interface Announcement {
  readonly text: string;
  /** Makes the same sentence twice two announcements. */
  readonly count: number;
}

/** The newest sentences for screen readers, the latest last: two may be told at once, as a step and its score. */
export const announcements = signal<readonly Announcement[]>([]);

const KEPT = 2;

export function announce(text: string): void {
  const before = announcements.value;
  const count = (before.at(-1)?.count ?? 0) + 1;
  announcements.value = [...before, { text, count }].slice(-KEPT);
}
