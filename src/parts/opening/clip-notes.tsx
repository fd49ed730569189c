import type { MessageFact } from '../../domain/message/message-fact.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';

/** Notes on an opened recording: images that are left out, scaled or more than the file says. */
export function ClipNotes({ notes }: { readonly notes: readonly MessageFact[] }) {
  return (
    <>
      {notes.map(messageSentence).map((note) => (
        <p key={note} class="inline-alert" data-kind="doubt" role="status" data-testid="clip-note">
          {note}
        </p>
      ))}
    </>
  );
}
