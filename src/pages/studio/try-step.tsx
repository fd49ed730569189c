import { draftPackage, scenarioClips } from '../../domain/studio/draft-package.ts';
import { draftPlayId } from '../../domain/studio/draft-play.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeGo } from '../../ui/route.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { HandOutForm } from './hand-out-form.tsx';
import type { HandedOut } from './handed-out.ts';
import { ProblemList } from './problem-list.tsx';
import { SimulatedView } from './simulated-view.tsx';

/** Trying a draft, and handing it out. */
export function TryStep({ editor }: { readonly editor: DraftEditor }) {
  const { work, isBusy } = useWork();
  const { scenario } = editor.check.value;
  const draft = editor.draft.value;
  const isReady = scenario !== null;

  const out: HandedOut = {
    isReady,
    author: draft.author,
    licence: draft.licence,
    title: scenario?.title ?? '',
    clips: scenario === null ? [] : scenarioClips([scenario]),
    onAbout: editor.aboutSet,
    async wholeMake() {
      const sound = editor.check.peek().scenario;
      if (sound === null) throw new Error('A draft with problems was handed out.');
      editor.aboutSet({ revision: editor.draft.peek().revision + 1 });
      editor.versionKeep();
      await editor.kept();
      return draftPackage(editor.draft.peek(), sound, Date.now());
    },
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
      <HandOutForm out={out} lead={say('handOut.lead')} />
    </div>
  );
}
