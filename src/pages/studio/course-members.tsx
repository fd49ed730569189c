import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { courseDraftMove } from '../../domain/studio/course-draft.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import type { CourseEditor } from './course-editor.ts';
import { draftTitle } from './draft-title.ts';

/** The drafts of a course in their order: moved, taken off and added. */
export function CourseMembers({
  editor,
  drafts,
}: {
  readonly editor: CourseEditor;
  readonly drafts: readonly Draft[];
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const members = editor.members.value;
  const ids = members.map(({ id }) => id);
  const titleOf = (draft: Draft | null): string =>
    draft === null ? say('ownCourse.goneDraft') : draftTitle(draft);
  const move = (at: number, by: -1 | 1): void => {
    const moved = courseDraftMove(ids, at, by);
    if (moved === ids) return;
    editor.edit({ drafts: moved }, null);
    const title = titleOf(members[at]!.draft);
    announce(say('ownCourse.moved', { title, place: at + by + 1, count: ids.length }));
  };
  const takeOff = (at: number): void => {
    const title = titleOf(members[at]!.draft);
    editor.edit({ drafts: ids.filter((_, place) => place !== at) }, null);
    const back = (): void => {
      const now = editor.course.peek().drafts;
      if (!now.includes(ids[at]!)) editor.edit({ drafts: now.toSpliced(at, 0, ids[at]!) }, null);
    };
    noticeShow('info', say('ownCourse.takenOff', { title }), { text: say('studio.undo'), act: back });
    // Its buttons are gone, and the focus with them.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        {say('ownCourse.drafts')}
      </h2>
      {members.length === 0 ? (
        <p class="soft">{say('ownCourse.draftsNone')}</p>
      ) : (
        <ol class="course-members" data-testid="course-members">
          {members.map(({ id, draft, scenario }, at) => {
            const title = titleOf(draft);
            return (
              <li key={id} class="card" data-sound={scenario !== null}>
                <span>
                  {draft === null ? (
                    say('ownCourse.place', { place: at + 1, title })
                  ) : (
                    <a href={routeHref({ page: 'studio', draft: id })}>
                      {say('ownCourse.place', { place: at + 1, title })}
                    </a>
                  )}
                </span>
                <span class="settings-data">
                  <MoveButton text={say('ownCourse.up', { title })} isUp onMove={() => move(at, -1)} />
                  <MoveButton
                    text={say('ownCourse.down', { title })}
                    isUp={false}
                    onMove={() => move(at, 1)}
                  />
                  <button
                    type="button"
                    class="button button-quiet"
                    aria-label={say('ownCourse.takeOffThis', { title })}
                    onClick={() => takeOff(at)}
                  >
                    <Icon name="clear" size={18} />
                    {say('ownCourse.takeOff')}
                  </button>
                </span>
              </li>
            );
          })}
        </ol>
      )}
      <DraftAdd
        drafts={drafts.filter(({ id }) => !ids.includes(id))}
        onAdd={(id) => editor.edit({ drafts: [...ids, id] }, null)}
      />
    </>
  );
}

/** Never disabled: who moves a draft to an end with the keyboard keeps the focus on the button. */
function MoveButton({
  text,
  isUp,
  onMove,
}: {
  readonly text: string;
  readonly isUp: boolean;
  readonly onMove: () => void;
}) {
  return (
    <button
      type="button"
      class="button course-move"
      data-up={isUp}
      aria-label={text}
      title={text}
      onClick={onMove}
    >
      <Icon name="next" size={18} />
    </button>
  );
}

function DraftAdd({
  drafts,
  onAdd,
}: {
  readonly drafts: readonly Draft[];
  readonly onAdd: (id: string) => void;
}) {
  const chosen = useSignal('');
  const [first] = drafts;
  if (first === undefined) {
    return (
      <p class="soft small">
        {say('ownCourse.addNone')}{' '}
        <a href={routeHref({ page: 'studio', draft: null })}>{say('studio.title')}</a>
      </p>
    );
  }
  const id = drafts.some((draft) => draft.id === chosen.value) ? chosen.value : first.id;
  return (
    <div class="studio-from">
      <label class="field">
        {say('ownCourse.add')}
        <select
          value={id}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value;
          }}
        >
          {drafts.map((draft) => (
            <option key={draft.id} value={draft.id}>
              {draftTitle(draft)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="button" onClick={() => onAdd(id)}>
        <Icon name="plus" size={18} />
        {say('ownCourse.addThis')}
      </button>
    </div>
  );
}
