import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';

/** What the colours and patterns over the image mean. */
export function Legend({ findings }: { readonly findings: readonly MarkableFinding[] }) {
  return (
    <ul class="legend" aria-label="Colours and patterns on the image">
      {findings.map((finding) => (
        <li key={finding}>
          <FindingSwatch finding={finding} />
          {FINDING_LOOKS[finding].label}
        </li>
      ))}
    </ul>
  );
}
