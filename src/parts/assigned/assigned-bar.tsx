import { useEffect } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { routeHref } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';
import type { Assigned, AssignedSaved } from './assigned.ts';

/** In the bar: whether the course has what was done. The whole sentence is told once it changes for the worse. */
export function AssignedBar({ assigned }: { readonly assigned: Assigned }) {
  const saved = assigned.saved.value;
  const over = assigned.over.value;
  const warning = warningOf(saved);
  useEffect(() => {
    if (warning !== null && assigned.mode === 'normal') noticeShow('warning', warning);
  }, [warning]);
  useEffect(() => {
    if (over === 'time-out') noticeShow('warning', say('assigned.timeOver'));
  }, [over]);
  const text = short(assigned, saved);
  return (
    <a
      class="bar-link"
      href={routeHref({ page: 'home' })}
      title={text}
      data-testid="course-saved"
      data-saved={saved.kind}
    >
      <Icon name={iconOf(assigned, saved)} />
      <span role="status">{text}</span>
    </a>
  );
}

/** Where there is no room for words. */
function iconOf({ mode }: Assigned, { kind }: AssignedSaved): 'check' | 'eye' | 'loop' | 'warning' {
  if (kind === 'apart' || kind === 'unsaved') return 'warning';
  if (mode !== 'normal') return 'eye';
  return kind === 'saved' ? 'check' : 'loop';
}

function short({ mode, over }: Assigned, saved: AssignedSaved): string {
  if (saved.kind === 'apart') return say('assigned.short.apart');
  if (mode !== 'normal') return say(`assigned.short.${mode}`);
  if (saved.kind === 'unsaved') return say('assigned.short.unsaved');
  if (over.value !== null) return say('assigned.short.over');
  return say(`assigned.short.${saved.kind}`);
}

function warningOf(saved: AssignedSaved): string | null {
  if (saved.kind === 'unsaved' || saved.kind === 'apart') return messageSentence(saved.reason);
  return saved.kind === 'saved' && saved.fit === 'finished' ? say('assigned.tooLong') : null;
}
