import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { say } from '../../ui/words/say.ts';

/** The meaning of the colours and patterns over the image. */
export function Legend({ findings }: { readonly findings: readonly MarkableFinding[] }) {
  return (
    <ul class="legend" aria-label={say('reveal.colours')}>
      {findings.map((finding) => (
        <li key={finding}>
          <FindingSwatch finding={finding} />
          {say(`findings.${finding}.label`)}
        </li>
      ))}
    </ul>
  );
}
