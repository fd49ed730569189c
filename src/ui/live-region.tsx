import { announcement } from './announcer.ts';

/** Reads announcements out; two boxes take turns, so that a repeated sentence is spoken again. */
export function LiveRegion() {
  const { text, count } = announcement.value;
  return (
    <div class="hidden-visually" role="status" aria-live="polite" data-testid="live-region">
      <p>{count % 2 === 0 ? text : ''}</p>
      <p>{count % 2 === 1 ? text : ''}</p>
    </div>
  );
}
