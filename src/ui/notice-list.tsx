import { Icon } from './icon.tsx';
import { noticeDismiss, notices } from './notices.ts';
import { say } from './words/say.ts';

/** Notices of what went wrong or was done, one sentence each, over the page's lower edge. */
export function NoticeList() {
  return (
    <div class="notices">
      {notices.value.map((notice) => (
        <div
          key={notice.id}
          class={`notice notice-${notice.kind}`}
          role={notice.kind === 'error' ? 'alert' : 'status'}
        >
          <Icon name={notice.kind === 'info' ? 'check' : 'warning'} />
          <p>{notice.text}</p>
          {notice.action !== null && (
            <button type="button" class="button" onClick={notice.action.act}>
              {notice.action.text}
            </button>
          )}
          <button
            type="button"
            class="button-icon"
            aria-label={say('ui.dismiss')}
            onClick={() => noticeDismiss(notice.id)}
          >
            <Icon name="cross" />
          </button>
        </div>
      ))}
    </div>
  );
}
