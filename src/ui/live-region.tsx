import { announcements } from './announcer.ts';

/** Reads announcements out: each is a paragraph of its own, so that a repeated sentence is spoken again. */
export function LiveRegion() {
  return (
    <div
      class="hidden-visually"
      role="status"
      aria-live="polite"
      aria-atomic="false"
      data-testid="live-region"
    >
      {announcements.value.map(({ text, count }) => (
        <p key={count}>{text}</p>
      ))}
    </div>
  );
}
