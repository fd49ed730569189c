import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  bytesText,
  clipTitle,
  dateText,
  fromText,
  lengthText,
  sectorText,
} from '../../parts/opening/clip-text.ts';
import { ClipThumb } from '../../parts/opening/clip-thumb.tsx';
import type { ClipRecord } from '../../ports/records.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import type { LibraryActor } from './machine/library.ts';

type Mode = 'shown' | 'renaming' | 'deleting';

function focusIn(parent: HTMLElement | null, selector: string): void {
  parent?.querySelector<HTMLElement>(selector)?.focus();
}

/** A clip in the list: what it shows, and renaming or deleting it in place. */
export function ClipCard({ clip, library }: { readonly clip: ClipRecord; readonly library: LibraryActor }) {
  const mode = useSignal<Mode>('shown');
  const title = clipTitle(clip);
  const card = useRef<HTMLElement>(null);
  const before = useRef<Mode>('shown');
  const now = mode.value;
  useEffect(() => {
    // The focused control is gone: focus goes to the one in its place, and back.
    if (now === 'deleting') focusIn(card.current, '[data-action="keep"]');
    else if (now === 'shown' && before.current !== 'shown') {
      focusIn(card.current, `[data-action="${before.current}"]`);
    }
    before.current = now;
  }, [now]);
  const to = (next: Mode) => () => {
    mode.value = next;
    if (next === 'deleting') announce(say('library.card.deleteAsk', { title }));
  };
  return (
    <article ref={card} class="clip-card" data-testid="clip-card">
      <a class="clip-card-link" href={routeHref({ page: 'clips', clip: clip.id })}>
        <ClipThumb clip={clip} />
        <h2>{title}</h2>
      </a>
      <p class="soft small">
        <span class="figures">
          {lengthText(clip)} · {bytesText(clip.bytes)}
        </span>
        <br />
        {sectorText(clip)}
        <br />
        {say('library.card.source', { from: fromText(clip.from), date: dateText(clip.savedAtMs) })}
      </p>
      {now === 'renaming' && (
        <RenameForm
          name={clip.name}
          onName={(name) => {
            library.send({ type: 'clip.rename', id: clip.id, name });
            mode.value = 'shown';
          }}
          onBack={to('shown')}
        />
      )}
      {now === 'deleting' && (
        <div class="clip-card-actions">
          <button
            type="button"
            class="button danger"
            onClick={() => library.send({ type: 'clip.remove', id: clip.id })}
          >
            {say('library.card.deleteYes')}
          </button>
          <button type="button" class="button button-quiet" data-action="keep" onClick={to('shown')}>
            {say('library.card.deleteNo')}
          </button>
        </div>
      )}
      {now === 'shown' && (
        <div class="clip-card-actions">
          <button
            type="button"
            class="button"
            data-action="renaming"
            aria-label={say('library.card.renameOf', { title })}
            onClick={to('renaming')}
          >
            <Icon name="pencil" size={18} />
            {say('library.card.rename')}
          </button>
          <button
            type="button"
            class="button"
            data-action="deleting"
            aria-label={say('library.card.deleteOf', { title })}
            onClick={to('deleting')}
          >
            <Icon name="clear" size={18} />
            {say('library.delete')}
          </button>
        </div>
      )}
    </article>
  );
}

function RenameForm({
  name,
  onName,
  onBack,
}: {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onBack: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.select();
  }, []);
  return (
    <form
      class="clip-card-rename"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = field.current?.value.trim() ?? '';
        if (typed !== '') onName(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack();
      }}
    >
      <label class="field">
        <span class="small soft">{say('library.card.name')}</span>
        <input ref={field} type="text" required maxLength={80} defaultValue={name} />
      </label>
      <div class="clip-card-actions">
        <button type="submit" class="button button-primary">
          {say('library.card.save')}
        </button>
        <button type="button" class="button button-quiet" onClick={onBack}>
          {say('library.card.cancel')}
        </button>
      </div>
    </form>
  );
}
