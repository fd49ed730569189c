import type { BestScores } from '../../domain/learning/best-scores.ts';
import { scorePasses } from '../../domain/learning/pass.ts';
import type { ListedScenario } from '../../domain/scenario/listed-scenario.ts';
import { courseTitleOf } from '../../parts/packages/course-title-of.ts';
import { useServices } from '../../parts/services.ts';
import { coursesOf } from '../../parts/session/courses.ts';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';

/** The way through all courses, with how far the learner is in each. */
export function CourseList({
  scenarios,
  best,
}: {
  readonly scenarios: readonly ListedScenario[];
  readonly best: BestScores;
}) {
  const { packages } = useServices();
  return (
    <ol class="course-list">
      {coursesOf(scenarios).map(([course, lessons]) => {
        const passed = lessons.filter((lesson) => scorePasses(lesson, best[lesson.id] ?? null)).length;
        return (
          <li key={course}>
            <a
              class="course-card"
              href={routeHref({ page: 'course', course })}
              data-passed={passed === lessons.length}
            >
              <h3>{courseTitleOf(course, packages.list.value)}</h3>
              <progress max={lessons.length} value={passed} aria-hidden="true" />
              <span class="figures">{say('home.courses.passed', { passed, count: lessons.length })}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
