import { dateText } from '../../parts/opening/clip-text.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { ProblemList } from './problem-list.tsx';

/** The draft's text itself, for who wants it, and its earlier versions. */
export function TextView({ editor }: { readonly editor: DraftEditor }) {
  const { text } = editor.history.value.now;
  const { versions } = editor.draft.value;
  return (
    <div class="stack">
      <p class="soft">{say('studio.text.lead')}</p>
      <label class="field">
        {say('studio.text.label')}
        <textarea
          class="studio-text"
          rows={24}
          spellcheck={false}
          autocapitalize="off"
          value={text}
          onInput={(event) => editor.textSet(event.currentTarget.value, 'text')}
        />
      </label>
      <ProblemList editor={editor} />
      <h3>{say('studio.versions.heading')}</h3>
      <ul class="stack">
        {[...versions].reverse().map((version) => (
          <li key={version.atMs} class="settings-data">
            <span>{timeText(version.atMs)}</span>
            <button
              type="button"
              class="button button-quiet"
              disabled={version.text === text}
              onClick={() => {
                editor.versionKeep();
                editor.textSet(version.text, null);
              }}
            >
              {say('studio.versions.back')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function timeText(atMs: number): string {
  const time = new Date(atMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${dateText(atMs)}, ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
