/** What a person should know of an opened recording: images that are left out, scaled or more than the file says. */
export function ClipNotes({ notes }: { readonly notes: readonly string[] }) {
  return (
    <>
      {notes.map((note) => (
        <p key={note} class="inline-alert" data-kind="doubt" role="status" data-testid="clip-note">
          {note}
        </p>
      ))}
    </>
  );
}
