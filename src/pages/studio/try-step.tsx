import { draftPlayId } from '../../domain/studio/draft-play.ts';
import { packageOpen } from '../../parts/packages/package-open.ts';
import { packageFileName, packageSave } from '../../parts/packages/package-save.ts';
import { useServices } from '../../parts/services.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { routeGo } from '../../ui/route.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { draftPackage } from './hand-out.ts';
import { ProblemList } from './problem-list.tsx';
import { SimulatedView } from './simulated-view.tsx';

/** Trying a draft, and handing it out. */
export function TryStep({ editor }: { readonly editor: DraftEditor }) {
  const { records, packages, reload } = useServices();
  const { work, isBusy } = useWork();
  const { scenario } = editor.check.value;
  const draft = editor.draft.value;
  const isReady = scenario !== null;

  /** The file of a new revision, made of what is kept. */
  const packageMake = async (signal: AbortSignal): Promise<Blob> => {
    const sound = editor.check.peek().scenario;
    if (sound === null) throw new Error('A draft with problems was handed out.');
    editor.aboutSet({ revision: editor.draft.peek().revision + 1 });
    editor.versionKeep();
    await editor.kept();
    const file = await packageSave(draftPackage(editor.draft.peek(), sound, Date.now()), records, signal);
    // What others could not open is not handed out.
    (await packageOpen(file)).close();
    return file;
  };
  return (
    <div class="stack">
      {isReady ? <p>{say('studio.try.ready')}</p> : <ProblemList editor={editor} />}
      <h3>{say('studio.try.play')}</h3>
      <p class="soft">{say('studio.try.playHelp')}</p>
      <div class="settings-data">
        <button
          type="button"
          class="button button-primary"
          disabled={!isReady || isBusy.value}
          onClick={() =>
            work(say('studio.list.notKept'), async () => {
              await editor.kept();
              routeGo({ page: 'play', scenario: draftPlayId(draft.id) });
            })
          }
        >
          <Icon name="play" />
          {say('studio.try.playNow')}
        </button>
      </div>
      <SimulatedView scenario={scenario} />
      <h3>{say('studio.out.heading')}</h3>
      <p class="soft">{say('studio.out.lead')}</p>
      <div class="studio-two">
        <label class="field">
          {say('studio.out.author')}
          <input
            type="text"
            maxLength={200}
            value={draft.author}
            onInput={(event) => editor.aboutSet({ author: event.currentTarget.value })}
          />
          <span class="soft small">{say('studio.out.authorHelp')}</span>
        </label>
        <label class="field">
          {say('studio.out.licence')}
          <input
            type="text"
            maxLength={200}
            value={draft.licence}
            onInput={(event) => editor.aboutSet({ licence: event.currentTarget.value })}
          />
          <span class="soft small">{say('studio.out.licenceHelp')}</span>
        </label>
      </div>
      <div class="settings-data">
        <button
          type="button"
          class="button"
          disabled={!isReady || isBusy.value}
          onClick={() =>
            work(say('studio.out.failed'), async ({ signal }) => {
              const file = await packageMake(signal);
              fileOffer(file, packageFileName(scenario?.title ?? ''));
              noticeShow('info', say('studio.out.saved'));
            })
          }
        >
          <Icon name="save" />
          {say('studio.out.save')}
        </button>
        <button
          type="button"
          class="button"
          disabled={!isReady || isBusy.value}
          onClick={() =>
            work(say('studio.out.failed'), async (hold) => {
              const opened = await packageOpen(await packageMake(hold.signal));
              try {
                await packages.install(opened, 'replace', hold);
              } finally {
                opened.close();
              }
              noticeShow('info', say('studio.out.kept'));
              reload();
            })
          }
        >
          {say('studio.out.keep')}
        </button>
      </div>
      <p class="soft small">{say('studio.out.clips')}</p>
    </div>
  );
}
