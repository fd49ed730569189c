import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';

/** What keeps a draft from being played, line by line. */
export function ProblemList({ editor }: { readonly editor: DraftEditor }) {
  const { problems } = editor.check.value;
  if (problems.length === 0) return <p role="status">{say('studio.sound')}</p>;
  return (
    <div class="stack" role="status">
      <p>{say('studio.problems', { count: problems.length })}</p>
      <ul class="stack">
        {problems.map(({ line, column, sentence }) => (
          <li key={`${line}:${column} ${sentence}`} class="studio-problem">
            {say('studio.problemAt', { line, sentence })}
          </li>
        ))}
      </ul>
    </div>
  );
}
