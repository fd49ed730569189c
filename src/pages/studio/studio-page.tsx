import '../../ui/style/studio.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { PAPER_FINDINGS } from '../../domain/findings/finding.ts';
import { packageNameRead } from '../../domain/package/package-scenario-id.ts';
import type { Draft } from '../../domain/studio/draft.ts';
import { draftCheck } from '../../domain/studio/draft-check.ts';
import { draftEdit } from '../../domain/studio/draft-edit.ts';
import { clipTitle, dateText } from '../../parts/opening/clip-text.ts';
import { ClipThumb } from '../../parts/opening/clip-thumb.tsx';
import { useServices } from '../../parts/services.ts';
import type { ClipRecord } from '../../ports/records.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { Page } from '../../ui/page.tsx';
import { routeGo, routeHref, routeReplace } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { draftNew, draftOfShipped, draftOfText } from './draft-new.ts';
import { draftTitle } from './draft-title.ts';
import { OwnCourses } from './own-courses.tsx';

/** A scenario of a page of text or two; whoever opens more chose the wrong file. */
const FILE_MAX_BYTES = 2_000_000;

/** Scenarios that are being written on this device, and beginning another, of a clip at once where one was named. */
export function StudioPage({ clipId }: { readonly clipId: string | null }) {
  const { drafts, records, scenarios, scenarioFiles } = useServices();
  const list = useSignal<readonly Draft[] | null>(null);
  const clips = useSignal<readonly ClipRecord[]>([]);
  const problem = useSignal<string | null>(null);
  const read = async (): Promise<void> => {
    list.value = await drafts.list();
  };
  useEffect(() => {
    read().catch((error: unknown) => {
      problem.value = errorSentence(error, say('studio.list.unread'));
    });
    records()
      .then((opened) => opened.clipsList())
      .then((kept) => {
        clips.value = kept.clips;
        const named = kept.clips.find(({ id }) => id === clipId);
        if (named !== undefined) return begin(draftOfClip(named), routeReplace);
        if (clipId !== null) noticeShow('error', say('studio.key.clipGone'));
      })
      .catch((error: unknown) => console.warn(error));
  }, [drafts, records, clipId]);

  const begin = async (draft: Draft, go = routeGo): Promise<void> => {
    try {
      await drafts.save(draft);
      go({ page: 'studio', draft: draft.id });
    } catch (error) {
      noticeError(error, say('studio.list.notKept'));
    }
  };
  const drop = async (draft: Draft): Promise<void> => {
    try {
      await drafts.remove(draft.id);
      await read();
      const act = (): void => {
        drafts
          .save(draft)
          .then(read)
          .catch((error: unknown) => noticeError(error, say('studio.list.notKept')));
      };
      noticeShow('info', say('studio.list.removed', { title: draftTitle(draft) }), {
        text: say('studio.undo'),
        act,
      });
    } catch (error) {
      noticeError(error, say('studio.list.notRemoved'));
    }
  };
  const copy = (draft: Draft): Promise<void> => {
    const title = say('studio.list.copyOf', { title: draftTitle(draft) });
    const made = draftOfText(draftEdit(draft.text, [{ path: ['title'], value: title }]));
    return begin({
      ...made,
      language: draft.language,
      author: draft.author,
      licence: draft.licence,
      translations: draft.translations,
    });
  };
  const fileTake = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > FILE_MAX_BYTES) noticeShow('error', say('studio.list.fileLarge'));
    else await begin(draftOfText(await file.text()));
  };
  // Those of packages are others' work.
  const own = scenarios.filter(({ id }) => packageNameRead(id) === null);
  const shipped = useSignal(own[0]?.id ?? '');
  const shippedCopy = async (): Promise<void> => {
    const chosen = own.find(({ id }) => id === shipped.peek());
    if (chosen === undefined) return;
    try {
      await begin(draftOfShipped(await scenarioFiles(chosen)));
    } catch (error) {
      noticeError(error, say('studio.new.notCopied'));
    }
  };
  const seed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

  return (
    <Page title={say('studio.title')}>
      <div class="stack">
        <p class="soft">{say('studio.lead')}</p>
        <p>
          <a class="button" href={routeHref({ page: 'class' })}>
            <Icon name="person" />
            {say('studio.classResults')}
          </a>
        </p>
        {problem.value !== null && (
          <p class="inline-alert" role="alert">
            {problem.value}
          </p>
        )}
        <section class="card stack">
          <h2>{say('studio.new.fromClip')}</h2>
          {clips.value.length === 0 ? (
            <p>
              {say('studio.new.noClip')}{' '}
              <a href={routeHref({ page: 'clips', clip: null })}>{say('studio.new.toLibrary')}</a>
            </p>
          ) : (
            <ul class="studio-clips">
              {clips.value.map((clip) => (
                <li key={clip.id}>
                  <button type="button" class="studio-clip" onClick={() => begin(draftOfClip(clip))}>
                    <ClipThumb clip={clip} />
                    {clipTitle(clip)}
                  </button>
                </li>
              ))}
            </ul>
          )}
          <h2>{say('studio.new.other')}</h2>
          <div class="settings-data">
            <a class="button" href={routeHref({ page: 'live' })}>
              <Icon name="camera" />
              {say('studio.new.toLive')}
            </a>
            <button
              type="button"
              class="button"
              onClick={() =>
                begin(
                  draftNew(
                    say('studio.template.phantom'),
                    { phantom: { seed: seed(), pattern: 'b_lines', look: 'clean' } },
                    ['pleural_line', 'b_line'],
                  ),
                )
              }
            >
              {say('studio.new.phantom')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() =>
                begin(
                  draftNew(
                    say('studio.template.patient'),
                    { patient: { seed: seed(), condition: 'interstitial' } },
                    ['pleural_line', 'b_line'],
                  ),
                )
              }
            >
              {say('studio.new.patient')}
            </button>
            <FileButton
              text={say('studio.new.file')}
              label={say('studio.new.fileKind')}
              accept=".yaml,.yml,text/yaml"
              onFiles={([file]) => void fileTake(file)}
            />
          </div>
          <p class="soft small">{say('studio.new.live')}</p>
          <div class="studio-from">
            <label class="field">
              {say('studio.new.shipped')}
              <select
                value={shipped.value}
                onChange={({ currentTarget }) => {
                  shipped.value = currentTarget.value;
                }}
              >
                {own.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" class="button" onClick={() => void shippedCopy()}>
              {say('studio.new.copy')}
            </button>
          </div>
        </section>
        <p class="small">
          <a href={routeHref({ page: 'adapt' })}>{say('studio.adapt')}</a>
        </p>
        <h2>{say('studio.list.heading')}</h2>
        {list.value?.length === 0 && <p class="soft">{say('studio.list.none')}</p>}
        {(list.value ?? []).map((draft) => (
          <DraftCard key={draft.id} draft={draft} onCopy={() => copy(draft)} onDrop={() => drop(draft)} />
        ))}
        <OwnCourses />
      </div>
    </Page>
  );
}

function draftOfClip(clip: ClipRecord): Draft {
  return draftNew(clipTitle(clip), { clip: { id: clip.id } }, PAPER_FINDINGS);
}

function DraftCard({
  draft,
  onCopy,
  onDrop,
}: {
  readonly draft: Draft;
  readonly onCopy: () => void;
  readonly onDrop: () => void;
}) {
  const title = draftTitle(draft);
  const { problems } = draftCheck(draft.text);
  return (
    <section class="card stack" aria-label={title} data-testid="draft">
      <h3>
        <a href={routeHref({ page: 'studio', draft: draft.id })}>{title}</a>
      </h3>
      <p class="soft small">
        {say('studio.list.changed', { date: dateText(draft.changedAtMs) })}{' '}
        {problems.length === 0 ? say('studio.sound') : say('studio.problems', { count: problems.length })}
      </p>
      <div class="settings-data">
        <button
          type="button"
          class="button"
          aria-label={say('studio.list.copyThis', { title })}
          onClick={onCopy}
        >
          <Icon name="plus" size={18} />
          {say('studio.list.copy')}
        </button>
        <button
          type="button"
          class="button button-quiet"
          aria-label={say('studio.list.removeThis', { title })}
          onClick={onDrop}
        >
          <Icon name="clear" size={18} />
          {say('studio.list.remove')}
        </button>
      </div>
    </section>
  );
}
