import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clipIdAt } from '../../domain/studio/draft-parts.ts';
import { expertKeyAt } from '../../domain/studio/key-read.ts';
import { type StillClip, stillClipOpen } from '../../parts/labelling/still-clip.ts';
import { useServices } from '../../parts/services.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { KeyFrameView } from './key-frame-view.tsx';

/** Drawing the key of a clip: which image, by whom, and the marks. */
export function KeyStep({ editor }: { readonly editor: DraftEditor }) {
  const clipId = clipIdAt(editor.values.value, editor.parts.value);
  if (clipId === null) return <p>{say('studio.key.ofTruth')}</p>;
  return <ClipKey key={clipId} editor={editor} clipId={clipId} />;
}

function ClipKey({ editor, clipId }: { readonly editor: DraftEditor; readonly clipId: string }) {
  const { records, network } = useServices();
  const session = useSignal<StillClip | null>(null);
  const problem = useSignal<string | null>(null);
  const index = useSignal(0);
  const who = useSignal(0);
  useEffect(() => {
    let isGone = false;
    const fail = (error: unknown): void => {
      problem.value = errorSentence(error, say('studio.key.clipGone'));
    };
    const open = async (): Promise<void> => {
      const opened = await stillClipOpen(await records(), network, clipId, fail);
      if (isGone) return opened.close();
      const key = expertKeyAt(editor.values.peek(), editor.parts.peek());
      const images = opened.record.timesMs.length;
      const drawn = key?.experts.flatMap(({ frames }) => frames.map((frame) => frame.index)) ?? [];
      const first = drawn.length === 0 ? Math.floor(images / 2) : Math.min(...drawn);
      index.value = Math.min(first, images - 1);
      session.value = opened;
    };
    open().catch(fail);
    return () => {
      isGone = true;
      session.peek()?.close();
    };
  }, [records, network, clipId, editor]);
  if (problem.value !== null) {
    return (
      <p class="inline-alert" role="alert">
        {problem.value}
      </p>
    );
  }
  if (session.value === null) return <p class="soft">{say('studio.key.opening')}</p>;
  return (
    <KeyFrameView
      editor={editor}
      session={session.value}
      index={index.value}
      onIndex={(to) => {
        index.value = to;
      }}
      who={who.value}
      onWho={(to) => {
        who.value = to;
      }}
    />
  );
}
