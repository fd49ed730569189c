import { signal } from '@preact/signals';

/** The next sentence for screen readers. The counter makes the same sentence twice two announcements. */
export const announcement = signal({ text: '', count: 0 });

export function announce(text: string): void {
  announcement.value = { text, count: announcement.value.count + 1 };
}
