import '../../ui/style/clips.css';
import { useEffect, useMemo } from 'preact/hooks';
import { createActor } from 'xstate';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ImportView } from './import-view.tsx';
import { libraryEffects } from './library-effects.ts';
import { LibraryList } from './library-list.tsx';
import { type LibraryActor, libraryMachineCreate } from './machine/library.ts';

/** The clips that are kept on this device, and importing others. */
export function ClipsPage() {
  usePageTitle(say('library.title'));
  const { records } = useServices();
  const library = useMemo<LibraryActor>(
    () => createActor(libraryMachineCreate(libraryEffects(records))),
    [records],
  );
  useEffect(() => {
    library.start();
    return () => {
      library.stop();
    };
  }, [library]);
  const snapshot = useSnapshot(library);
  const { context } = snapshot;
  const problem = context.problem === null ? null : messageSentence(context.problem);
  useEffect(() => {
    if (problem !== null) announce(problem);
  }, [problem]);
  const importing = snapshot.children.import;
  return importing === undefined ? (
    <LibraryList library={library} snapshot={snapshot} />
  ) : (
    <ImportView importing={importing} />
  );
}
