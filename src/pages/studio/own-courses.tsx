import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { uuidOf } from '../../domain/digest/uuid.ts';
import type { CourseDraft } from '../../domain/studio/course-draft.ts';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { routeGo, routeHref } from '../../ui/route.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';
import { courseTitle } from './course-title.ts';

/** The teacher's courses on this device, and beginning another. */
export function OwnCourses() {
  const { drafts } = useServices();
  const list = useSignal<readonly CourseDraft[] | null>(null);
  const read = async (): Promise<void> => {
    list.value = await drafts.courses.list();
  };
  useEffect(() => {
    read().catch((error: unknown) => noticeError(error, say('ownCourse.unread')));
  }, [drafts]);
  const begin = async (): Promise<void> => {
    try {
      const id = uuidOf(crypto.getRandomValues(new Uint8Array(16)));
      await drafts.courses.save(courseNew(id, wordsLanguage(), Date.now()));
      routeGo({ page: 'own-course', course: id });
    } catch (error) {
      noticeError(error, say('ownCourse.notKept'));
    }
  };
  const drop = async (course: CourseDraft): Promise<void> => {
    try {
      await drafts.courses.remove(course.id);
      await read();
      const act = (): void => {
        drafts.courses
          .save(course)
          .then(read)
          .catch((error: unknown) => noticeError(error, say('ownCourse.notKept')));
      };
      const title = courseTitle(course);
      noticeShow('info', say('ownCourse.removed', { title }), { text: say('studio.undo'), act });
    } catch (error) {
      noticeError(error, say('ownCourse.notRemoved'));
    }
  };
  return (
    <>
      <h2>{say('ownCourse.heading')}</h2>
      {list.value?.length === 0 && <p class="soft">{say('ownCourse.none')}</p>}
      {(list.value ?? []).map((course) => {
        const title = courseTitle(course);
        return (
          <section key={course.id} class="card stack" aria-label={title} data-testid="own-course">
            <h3>
              <a href={routeHref({ page: 'own-course', course: course.id })}>{title}</a>
            </h3>
            <p class="soft small">{say('ownCourse.scenarios', { count: course.drafts.length })}</p>
            <div class="settings-data">
              <button
                type="button"
                class="button button-quiet"
                aria-label={say('ownCourse.removeThis', { title })}
                onClick={() => void drop(course)}
              >
                <Icon name="clear" size={18} />
                {say('ownCourse.remove')}
              </button>
            </div>
          </section>
        );
      })}
      <div>
        <button type="button" class="button" onClick={() => void begin()}>
          <Icon name="plus" size={18} />
          {say('ownCourse.begin')}
        </button>
      </div>
    </>
  );
}

/** A course that begins empty. */
function courseNew(id: string, language: string, nowMs: number): CourseDraft {
  return {
    id,
    language,
    titles: {},
    summaries: {},
    drafts: [],
    changedAtMs: nowMs,
    revision: 0,
    author: '',
    licence: '',
  };
}
