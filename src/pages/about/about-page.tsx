import { WorkList } from '../../parts/medicine/sources.tsx';
import { WORKS } from '../../parts/medicine/works.ts';
import { Page } from '../../ui/page.tsx';
import { say } from '../../ui/words/say.ts';

export function AboutPage() {
  return (
    <Page title={say('about.title')}>
      <div class="stack prose">
        <section class="card stack">
          <h2>{say('about.training.heading')}</h2>
          <p>{say('about.training.text')}</p>
        </section>
        <section class="card stack">
          <h2>{say('about.privacy.heading')}</h2>
          <p>{say('about.privacy.text')}</p>
        </section>
        <section class="card stack">
          <h2>{say('about.images.heading')}</h2>
          <p>{say('about.images.text')}</p>
        </section>
        <section class="card stack">
          <h2>{say('about.grading.heading')}</h2>
          <p>{say('about.grading.network')}</p>
          <p>{say('about.grading.tolerance')}</p>
        </section>
        <section class="card stack">
          <h2>{say('about.medicine.heading')}</h2>
          <p>{say('about.medicine.text')}</p>
          <details class="sources">
            <summary>{say('about.medicine.works', { count: WORKS.length })}</summary>
            <WorkList works={WORKS} />
          </details>
        </section>
        <section class="card stack">
          <h2>{say('about.more.heading')}</h2>
          <p>{say('about.more.text')}</p>
        </section>
      </div>
    </Page>
  );
}
