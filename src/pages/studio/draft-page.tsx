import '../../ui/style/clips.css';
import '../../ui/style/studio.css';
import { signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { textAt } from '../../domain/studio/draft-parts.ts';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError } from '../../ui/notices.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { useMedia } from '../../ui/use-narrow.ts';
import { say } from '../../ui/words/say.ts';
import { AskedStep } from './asked-step.tsx';
import { type DraftEditor, draftEditorCreate } from './draft-editor.ts';
import { ImageStep } from './image-step.tsx';
import { KeyStep } from './key-step.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { TextView } from './text-view.tsx';
import { TextsStep } from './texts-step.tsx';
import { TryStep } from './try-step.tsx';
import { UndoRedo } from './undo-redo.tsx';

/** The guide's five steps, and the text behind them. */
const VIEWS = ['image', 'key', 'asked', 'texts', 'try', 'text'] as const;
type View = (typeof VIEWS)[number];

/** As the style sheet has it: too narrow for form and game side by side. */
const NARROW = '(max-width: 64rem)';

/** Whether the game is shown beside the form: for as long as the page is open. */
const isPreviewed = signal(false);

/** One draft: five steps by form, or its text. */
export function DraftPage({ id }: { readonly id: string }) {
  const { drafts } = useServices();
  const editor = useSignal<DraftEditor | null>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    const open = async (): Promise<void> => {
      const draft = await drafts.read(id);
      if (draft === null) {
        problem.value = say('studio.gone');
        return;
      }
      const fail = (error: unknown): void => noticeError(error, say('studio.list.notKept'));
      editor.value = draftEditorCreate(drafts, draft, () => Date.now(), fail);
    };
    open().catch((error: unknown) => {
      problem.value = errorSentence(error, say('studio.list.unread'));
    });
  }, [drafts, id]);
  return (
    <div class="page studio" data-preview={editor.value !== null && isPreviewed.value}>
      <a class="bar-link back-link" href={routeHref({ page: 'studio', draft: null })}>
        <Icon name="back" />
        {say('studio.title')}
      </a>
      {editor.value === null ? (
        <>
          <h1>{say('studio.title')}</h1>
          {problem.value === null ? (
            <p class="soft">{say('studio.opening')}</p>
          ) : (
            <p class="inline-alert" role="alert">
              {problem.value}
            </p>
          )}
        </>
      ) : (
        <DraftView editor={editor.value} />
      )}
    </div>
  );
}

function DraftView({ editor }: { readonly editor: DraftEditor }) {
  const view = useSignal<View>('image');
  const { problems } = editor.check.value;
  const title = textAt(editor.values.value, ['title']).trim() || say('studio.untitled');
  usePageTitle(title);
  const now = view.value;
  const at = VIEWS.indexOf(now);
  const next = now === 'text' ? undefined : VIEWS[at + 1];
  const heading = useRef<HTMLHeadingElement>(null);
  const isNarrow = useMedia(NARROW);
  const to = (wanted: View): void => {
    view.value = wanted;
    // The game stands in the form's place there: who goes to a step wants the form.
    if (isNarrow) isPreviewed.value = false;
    scrollTo(0, 0);
  };
  useLayoutEffect(() => {
    if (isNarrow) isPreviewed.value = false;
  }, []);
  const isBegun = useRef(false);
  useEffect(() => {
    // The button that led here may be gone, and the focus with it.
    if (isBegun.current) heading.current?.focus({ preventScroll: true });
    isBegun.current = true;
  }, [now]);
  const isBroken = editor.values.value === null;
  return (
    <div class="stack">
      <h1>{title}</h1>
      <div class="studio-bar">
        <UndoRedo editor={editor} />
        <button
          type="button"
          class="button"
          aria-pressed={isPreviewed.value}
          onClick={() => {
            isPreviewed.value = !isPreviewed.peek();
          }}
        >
          <Icon name="eye" />
          {say('studio.preview.show')}
        </button>
        <span class="soft small" role="status" data-testid="studio-state">
          {say(`studio.keeping.${editor.keeping.value}`)}{' '}
          {problems.length === 0 ? say('studio.sound') : say('studio.problems', { count: problems.length })}
        </span>
      </div>
      <nav aria-label={say('studio.steps')}>
        <ol class="studio-steps">
          {VIEWS.map((one) => (
            <li key={one}>
              <button
                type="button"
                class="button"
                aria-current={one === now ? 'step' : undefined}
                onClick={() => to(one)}
              >
                {say(`studio.step.${one}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div class="studio-beside">
        <div class="stack studio-form">
          <h2 tabIndex={-1} ref={heading}>
            {say(`studio.heading.${now}`)}
          </h2>
          {isBroken && now !== 'text' ? (
            <p class="inline-alert" role="alert">
              {say('studio.broken')}
            </p>
          ) : (
            <StepView editor={editor} view={now} />
          )}
          {next !== undefined && next !== 'text' && (
            <div>
              <button type="button" class="button button-primary button-large" onClick={() => to(next)}>
                {say('studio.next', { step: say(`studio.heading.${next}`) })}
                <Icon name="next" />
              </button>
            </div>
          )}
        </div>
        {isPreviewed.value && <PreviewPane editor={editor} />}
      </div>
    </div>
  );
}

function StepView({ editor, view }: { readonly editor: DraftEditor; readonly view: View }) {
  switch (view) {
    case 'image':
      return <ImageStep editor={editor} />;
    case 'key':
      return <KeyStep editor={editor} />;
    case 'asked':
      return <AskedStep editor={editor} />;
    case 'texts':
      return <TextsStep editor={editor} />;
    case 'try':
      return <TryStep editor={editor} />;
    case 'text':
      return <TextView editor={editor} />;
  }
}
