import { useEffect, useRef } from 'preact/hooks';
import { CoursePage } from '../pages/home/course-page.tsx';
import { DrillPage } from '../pages/home/drill-page.tsx';
import { HomePage } from '../pages/home/home-page.tsx';
import { PracticePage } from '../pages/home/practice-page.tsx';
import { AssignedBar } from '../parts/assigned/assigned-bar.tsx';
import { learnerName } from '../parts/learners/learner-name.ts';
import { useServices } from '../parts/services.ts';
import { barStatus } from '../ui/bar-status.ts';
import { BrandMark, Icon } from '../ui/icon.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { NoticeList } from '../ui/notice-list.tsx';
import { noticesAge } from '../ui/notices.ts';
import { Page } from '../ui/page.tsx';
import { pageLater } from '../ui/page-later.tsx';
import { type Route, route, routeHref } from '../ui/route.ts';
import { settings, settingsChange } from '../ui/settings.ts';
import { TimeLeft } from '../ui/time-left.tsx';
import { say } from '../ui/words/say.ts';
import { LanguageLinks } from './language-links.tsx';

const AboutPage = pageLater(
  () => import('../pages/about/about-page.tsx'),
  (module) => module.AboutPage,
  ['about'],
);
const AdaptPage = pageLater(
  () => import('../pages/adapt/adapt-page.tsx'),
  (module) => module.AdaptPage,
  ['adapt', 'image', 'play'],
);
const AssignedPage = pageLater(
  () => import('../pages/assigned/assigned-page.tsx'),
  (module) => module.AssignedPage,
  [],
);
const AttemptPage = pageLater(
  () => import('../pages/play/attempt-page.tsx'),
  (module) => module.AttemptPage,
  ['attempts', 'graded', 'image', 'play', 'probe', 'questions', 'surveyed'],
);
const ClassPage = pageLater(
  () => import('../pages/class/class-page.tsx'),
  (module) => module.ClassPage,
  ['classroom', 'image'],
);
const ClipPage = pageLater(
  () => import('../pages/library/clip-page.tsx'),
  (module) => module.ClipPage,
  ['image', 'library'],
);
const ClipsPage = pageLater(
  () => import('../pages/library/clips-page.tsx'),
  (module) => module.ClipsPage,
  ['capture', 'image', 'library'],
);
const ExamPage = pageLater(
  () => import('../pages/exam/exam-page.tsx'),
  (module) => module.ExamPage,
  ['exam', 'image', 'questions'],
);
const HandInPage = pageLater(
  () => import('../pages/hand-in/hand-in-page.tsx'),
  (module) => module.HandInPage,
  ['classroom'],
);
const LearnersPage = pageLater(
  () => import('../pages/learners/learners-page.tsx'),
  (module) => module.LearnersPage,
  [],
);
const GlossaryPage = pageLater(
  () => import('../pages/glossary/glossary-page.tsx'),
  (module) => module.GlossaryPage,
  ['glossary'],
);
const LessonPage = pageLater(
  () => import('../pages/lesson/lesson-page.tsx'),
  (module) => module.LessonPage,
  ['lesson', 'probe'],
);
const LivePage = pageLater(
  () => import('../pages/live/live-page.tsx'),
  (module) => module.LivePage,
  ['capture', 'image', 'live'],
);
const PackagesPage = pageLater(
  () => import('../pages/packages/packages-page.tsx'),
  (module) => module.PackagesPage,
  ['packages'],
);
const PlayPage = pageLater(
  () => import('../pages/play/play-page.tsx'),
  (module) => module.PlayPage,
  ['image', 'play', 'probe'],
);
const RoundPage = pageLater(
  () => import('../pages/home/round-page.tsx'),
  (module) => module.RoundPage,
  [],
);
const ProgressPage = pageLater(
  () => import('../pages/results/progress-page.tsx'),
  (module) => module.ProgressPage,
  ['attempts', 'results'],
);
const ScanPage = pageLater(
  () => import('../pages/scan/scan-page.tsx'),
  (module) => module.ScanPage,
  ['image', 'probe', 'scan'],
);
const SettingsPage = pageLater(
  () => import('../pages/settings/settings-page.tsx'),
  (module) => module.SettingsPage,
  ['settings'],
);
const StudioPage = pageLater(
  () => import('../pages/studio/studio-page.tsx'),
  (module) => module.StudioPage,
  ['studio'],
);
const DraftPage = pageLater(
  () => import('../pages/studio/draft-page.tsx'),
  (module) => module.DraftPage,
  ['image', 'play', 'probe', 'studio', 'surveyed'],
);

const OwnCoursePage = pageLater(
  () => import('../pages/studio/own-course-page.tsx'),
  (module) => module.OwnCoursePage,
  ['studio'],
);

/** Whoever reads the first page is most likely to go on to a lesson: its page comes while they read. */
function usePlayFetched(): void {
  useEffect(() => {
    if (route.peek().page !== 'home') return;
    const fetch = (): void => void PlayPage.fetch();
    // Safari asks for nothing while idle.
    if ('requestIdleCallback' in window) requestIdleCallback(fetch);
    else setTimeout(fetch, FETCH_AFTER_MS);
  }, []);
}

/** By then the first page is drawn. */
const FETCH_AFTER_MS = 2000;

/** The shell around every screen. */
export function App() {
  const { assigned } = useServices();
  usePlayFetched();
  const main = useRef<HTMLElement>(null);
  const place = routeHref(route.value);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    noticesAge();
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [place]);
  return (
    <>
      <button type="button" class="skip-link" onClick={() => main.current?.focus()}>
        {say('shell.skip')}
      </button>
      <header class="bar" data-playing={barStatus.value !== null}>
        <a class="brand" href={routeHref({ page: 'home' })} aria-label={say('shell.brand')}>
          <BrandMark />
          <span class="brand-name">Batsign</span>
        </a>
        <BarStatusLine />
        <nav class="bar-nav" aria-label={say('shell.nav')}>
          {assigned !== null && <AssignedBar assigned={assigned} />}
          {assigned === null && route.value.page === 'home' && <LanguageLinks />}
          <SoundSwitch />
          {assigned === null && <LearnerLink />}
          <BarLink to={{ page: 'glossary', term: null }} icon="book" text={say('shell.glossary')} />
          {assigned === null && (
            <BarLink to={{ page: 'settings' }} icon="gear" text={say('shell.settings')} />
          )}
          <BarLink to={{ page: 'about' }} icon="info" text={say('shell.about')} />
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        {assigned === null || ASSIGNED_PAGES.has(route.value.page) ? (
          <RoutedPage route={route.value} />
        ) : (
          <AssignedPage assigned={assigned} />
        )}
      </main>
      <NoticeList />
      <LiveRegion />
    </>
  );
}

/** What a page has that a course system opened, beside what it assigned. */
const ASSIGNED_PAGES: ReadonlySet<Route['page']> = new Set(['play', 'glossary', 'about']);

/** A draft that is played beside its form: the game without the ways to its other pages. */
export function PreviewApp() {
  const to = route.value;
  return (
    <>
      <header class="bar" data-playing={barStatus.value !== null}>
        <BarStatusLine />
      </header>
      <main id="main" tabIndex={-1}>
        {to.page === 'preview' ? (
          <PlayPage key={to.play} />
        ) : (
          <Page title={say('shell.preview.over')}>
            <p>{say('shell.preview.overHelp')}</p>
          </Page>
        )}
      </main>
      <NoticeList />
      <LiveRegion />
    </>
  );
}

function RoutedPage({ route: to }: { readonly route: Route }) {
  switch (to.page) {
    case 'home':
      return <HomePage />;
    case 'play':
      return <PlayPage />;
    case 'round':
      return <RoundPage />;
    case 'drill':
      return <DrillPage drill={to.drill} />;
    case 'exam':
      return <ExamPage sitting={to.sitting} />;
    case 'course':
      return <CoursePage course={to.course} />;
    case 'progress':
      return <ProgressPage />;
    case 'attempt':
      return <AttemptPage key={to.attempt} id={to.attempt} step={to.step} />;
    case 'lesson':
      return <LessonPage id={to.lesson} />;
    case 'practice':
      return <PracticePage />;
    case 'scan':
      return <ScanPage />;
    case 'live':
      return <LivePage />;
    case 'clips':
      return to.clip === null ? <ClipsPage /> : <ClipPage key={to.clip} id={to.clip} />;
    case 'packages':
      return <PackagesPage key={to.from} from={to.from} />;
    case 'preview':
      return <PlayPage />;
    case 'studio':
      return to.draft === null ? (
        <StudioPage clipId={to.clip ?? null} />
      ) : (
        <DraftPage key={to.draft} id={to.draft} />
      );
    case 'own-course':
      return <OwnCoursePage key={to.course} id={to.course} />;
    case 'class':
      return <ClassPage />;
    case 'hand-in':
      return <HandInPage key={to.attempt} attempt={to.attempt} />;
    case 'adapt':
      return <AdaptPage />;
    case 'learners':
      return <LearnersPage />;
    case 'glossary':
      return <GlossaryPage term={to.term} />;
    case 'settings':
      return <SettingsPage />;
    case 'about':
      return <AboutPage />;
  }
}

/** The scenario that runs and how far it is. */
function BarStatusLine() {
  const status = barStatus.value;
  if (status === null) return null;
  return (
    <>
      <div class="bar-title">
        <h1>{status.title}</h1>
        <span data-testid="progress">{status.detail}</span>
      </div>
      {status.timeLeftS !== null && <TimeLeft seconds={status.timeLeftS} />}
    </>
  );
}

function BarLink({
  to,
  icon,
  text,
}: {
  readonly to: Route;
  readonly icon: 'book' | 'gear' | 'info';
  readonly text: string;
}) {
  return (
    <a
      class="bar-link"
      href={routeHref(to)}
      {...(route.value.page === to.page ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={icon} />
      <span>{text}</span>
    </a>
  );
}

/** Who is here, where there are several or a name was given. */
function LearnerLink() {
  const { learners } = useServices();
  const list = learners.list.value;
  const [only, another] = list.learners;
  if (another === undefined && (only?.name ?? '') === '') return null;
  const name = learnerName(list, learners.here);
  return (
    <a
      class="bar-link bar-learner"
      href={routeHref({ page: 'learners' })}
      aria-label={say('shell.learner', { name })}
      {...(route.value.page === 'learners' ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name="person" />
      <span>{name}</span>
    </a>
  );
}

function SoundSwitch() {
  const { isSoundOn } = settings.value;
  return (
    <button
      type="button"
      class="button-icon"
      aria-pressed={isSoundOn}
      aria-label={say('shell.sound.name')}
      title={say(isSoundOn ? 'shell.sound.on' : 'shell.sound.off')}
      onClick={() => settingsChange({ isSoundOn: !isSoundOn })}
    >
      <Icon name={isSoundOn ? 'soundOn' : 'soundOff'} />
    </button>
  );
}
