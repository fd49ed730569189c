import type { MarkableFinding } from '../findings/finding.ts';
import { FINDING_LOOKS } from '../findings/look.ts';

/** Why a class is graded by what it is graded by. */
export type KeyVerdict =
  | 'expert'
  | 'truth_alone'
  | 'network_agrees'
  | 'network_disagrees'
  | 'network_alone'
  | 'network_unsure';

/** One sentence on a class's key; `share` is the agreement or confidence and `threshold` what it is held against. */
export function keySentence(
  finding: MarkableFinding,
  verdict: KeyVerdict,
  share: number | null,
  threshold: number | null,
): string {
  const label = FINDING_LOOKS[finding].label;
  switch (verdict) {
    case 'expert':
      return `${label}: graded by an expert's marks.`;
    case 'truth_alone':
      return `${label}: graded by what the simulated chest really contains.`;
    case 'network_agrees':
      return `${label}: graded by the network, which agrees with the simulated chest here (${percent(share)}).`;
    case 'network_disagrees':
      return `${label}: the network misreads this image (agreement ${percent(share)}, ${percent(threshold)} is asked), so you are graded by what the simulated chest really contains.`;
    case 'network_alone':
      return share === null
        ? `${label}: graded by the network; no expert has checked this image.`
        : `${label}: graded by the network (confidence ${percent(share)}); no expert has checked this image.`;
    case 'network_unsure':
      return `${label}: not scored, as the network is unsure on this image (confidence ${percent(share)}, ${percent(threshold)} is asked).`;
  }
}

function percent(share: number | null): string {
  return `${Math.round((share ?? 0) * 100)} %`;
}
