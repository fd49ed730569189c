/** In place of the game where the browser cannot run it. */
export function BrowserRefusal({ sentence }: { readonly sentence: string }) {
  return (
    <main id="main" class="page page-narrow stack">
      <h1>Batsign</h1>
      <p role="alert">{sentence}</p>
    </main>
  );
}
