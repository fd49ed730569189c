import { useSignal } from '@preact/signals';
import type { InstalledPackage } from '../../domain/package/installed-package.ts';
import { listedIn } from '../../domain/package/installed-package.ts';
import { textIn } from '../../domain/package/package-manifest.ts';
import { courseTitleOf } from '../../parts/packages/course-title-of.ts';
import { packageFileName, packageSave } from '../../parts/packages/package-save.ts';
import { useServices } from '../../parts/services.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { noticeShow } from '../../ui/notices.ts';
import { routeHref } from '../../ui/route.ts';
import type { WorkRun } from '../../ui/use-work.ts';
import { say, wordsLanguage } from '../../ui/words/say.ts';
import { packageFacts } from './package-facts.ts';

/** A package of this device: its courses, and what can be done with it. */
export function InstalledCard({
  installed,
  work,
  isBusy,
}: {
  readonly installed: InstalledPackage;
  readonly work: WorkRun;
  readonly isBusy: boolean;
}) {
  const { packages, records, reload } = useServices();
  const isAsked = useSignal(false);
  const title = textIn(installed.title, wordsLanguage());
  const listed = listedIn(installed, wordsLanguage());
  const courses = [...new Set(listed.map(({ course }) => course))];
  return (
    <section class="card stack" aria-label={title} data-testid="package">
      <h2>{title}</h2>
      <ul>
        {packageFacts(installed, {
          scenarios: listed.length,
          languages: Object.keys(installed.listed),
          clips: installed.clips.length,
          bytes: null,
        }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        {courses.map((course) => (
          <a key={course} class="button" href={routeHref({ page: 'course', course })}>
            {say('packages.play', { course: courseTitleOf(course, packages.list.value) })}
          </a>
        ))}
      </p>
      <div class="settings-data">
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() =>
            work(say('packages.saveFailed'), async ({ signal }) =>
              fileOffer(await packageSave(installed, records, signal), packageFileName(title)),
            )
          }
        >
          {say('packages.save')}
        </button>
        {isAsked.value ? (
          <>
            <button
              type="button"
              class="button danger"
              disabled={isBusy}
              onClick={() =>
                work(say('packages.removeFailed'), async () => {
                  await packages.remove(installed.id);
                  noticeShow('info', say('packages.removed', { title }));
                  reload();
                })
              }
            >
              {say('packages.removeYes', { title })}
            </button>
            <button type="button" class="button button-quiet" onClick={() => (isAsked.value = false)}>
              {say('packages.leave')}
            </button>
          </>
        ) : (
          <button
            type="button"
            class="button button-quiet"
            disabled={isBusy}
            onClick={() => (isAsked.value = true)}
          >
            {say('packages.remove')}
          </button>
        )}
      </div>
      {isAsked.value && <p role="status">{say('packages.removeSure')}</p>}
    </section>
  );
}
