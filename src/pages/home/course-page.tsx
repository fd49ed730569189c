import { courseHasLesson } from '../../domain/scenario/course.ts';
import { courseSummaryOf, courseTitleOf } from '../../parts/packages/course-title-of.ts';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ScenarioTile } from './scenario-tile.tsx';

/** The lessons of a course. */
export function CoursePage({ course }: { readonly course: string }) {
  const { scenarios, session, packages } = useServices();
  const { best } = useSnapshot(session).context;
  const title = courseTitleOf(course, packages.list.value);
  const summary = courseSummaryOf(course, packages.list.value);
  usePageTitle(title);
  return (
    <div class="page">
      <p>
        <a href={routeHref({ page: 'home' })}>{say('home.courses.back')}</a>
      </p>
      <h1 class="section-title">{title}</h1>
      {summary !== '' && <p>{summary}</p>}
      {courseHasLesson(course) && (
        <p class="course-lesson">
          <a class="button button-primary" href={routeHref({ page: 'lesson', lesson: course })}>
            <Icon name="play" />
            {say('home.courses.lesson')}
          </a>
        </p>
      )}
      <ul class="scenario-list">
        {scenarios
          .filter((scenario) => scenario.course === course)
          .map((scenario) => (
            <li key={scenario.id}>
              <ScenarioTile scenario={scenario} best={best[scenario.id] ?? null} />
            </li>
          ))}
      </ul>
    </div>
  );
}
