import { clipTitle, lengthText } from '../../parts/opening/clip-text.ts';
import { ClipThumb } from '../../parts/opening/clip-thumb.tsx';
import { noticeError } from '../../ui/notices.ts';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import type { AdaptSet } from './adapt-set.ts';

const EXAM_MOST = 999;

/** Which clips frames are taken of, and which of them are of one exam. */
export function ClipChoice({ set }: { readonly set: AdaptSet }) {
  const told = (work: Promise<void>): void => {
    work.catch((error: unknown) => noticeError(error, say('messages.labelsNotKept')));
  };
  return (
    <section class="card stack">
      <h2>{say('adapt.clips.heading')}</h2>
      <p>{say('adapt.clips.lead')}</p>
      <p class="small">
        <a href={routeHref({ page: 'clips', clip: null })}>{say('adapt.clips.toLibrary')}</a>
        {' · '}
        <a href={routeHref({ page: 'live' })}>{say('adapt.clips.toLive')}</a>
      </p>
      {set.clips.length === 0 && <p class="soft">{say('adapt.clips.none')}</p>}
      <ul class="adapt-clips">
        {set.clips.map((clip) => {
          const title = clipTitle(clip);
          const chosen = set.chosen.value.find(({ clipId }) => clipId === clip.id);
          return (
            <li key={clip.id} class="adapt-clip">
              <label class="studio-check">
                <input
                  type="checkbox"
                  checked={chosen !== undefined}
                  onChange={({ currentTarget }) => told(set.choose(clip.id, currentTarget.checked))}
                />
                <ClipThumb clip={clip} />
                <span>
                  {title}
                  <span class="soft small"> {lengthText(clip)}</span>
                </span>
              </label>
              {chosen !== undefined && (
                <label class="adapt-exam">
                  {say('adapt.clips.exam')}
                  <input
                    type="number"
                    min={1}
                    max={EXAM_MOST}
                    value={chosen.exam}
                    aria-label={say('adapt.clips.examOf', { title })}
                    onChange={({ currentTarget }) => {
                      const exam = currentTarget.valueAsNumber;
                      const isExam = Number.isInteger(exam) && exam >= 1 && exam <= EXAM_MOST;
                      if (isExam) told(set.examSet(clip.id, exam));
                      else currentTarget.value = `${chosen.exam}`;
                    }}
                  />
                </label>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
