import { standing } from '../../domain/analysis/standing.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { countedFind } from '../../domain/grading/instances.ts';
import type { ClipLabels } from './clip-index.ts';

/**
 * Findings that an image shows.
 * @param mask as screens show it, of findings that obey anatomy
 */
export function findingsShown(mask: Mask): readonly MarkableFinding[] {
  return MARKABLE_FINDINGS.filter((finding) => countedFind(mask, finding).length > 0);
}

/** Findings that a recording surely lacks: what experts say of it, and normal lung has none of the graver ones. */
function findingsAbsent({ aLines, bLines, isNormal, lung }: ClipLabels): readonly MarkableFinding[] {
  if (!lung) return [];
  return [
    ...(aLines === false ? (['a_line'] as const) : []),
    ...(bLines === false ? (['b_line'] as const) : []),
    ...(isNormal ? (['b_line_confluence', 'pleural_effusion', 'consolidation'] as const) : []),
  ];
}

/** One recording's images: what each shows, and when. */
export interface ShownClip {
  readonly labels: ClipLabels;
  readonly shown: readonly (readonly MarkableFinding[])[];
  readonly timesMs: readonly number[];
}

/** Images of recordings that surely lack a finding, how many of them show it, and how many do so for long (see `standing`). */
export interface AlarmFigure {
  readonly images: number;
  readonly alarms: number;
  readonly lasting: number;
}

/** By finding; those that no recording surely lacks are left out. */
export type AlarmFigures = Readonly<Partial<Record<MarkableFinding, AlarmFigure>>>;

export function falseAlarms(clips: readonly ShownClip[]): AlarmFigures {
  const figures: Partial<Record<MarkableFinding, AlarmFigure>> = {};
  for (const { labels, shown, timesMs } of clips) {
    for (const finding of findingsAbsent(labels)) {
      const seen = shown.map((findings) => findings.includes(finding));
      const before = figures[finding] ?? { images: 0, alarms: 0, lasting: 0 };
      figures[finding] = {
        images: before.images + seen.length,
        alarms: before.alarms + seen.filter(Boolean).length,
        lasting: before.lasting + standing(seen, timesMs).filter(Boolean).length,
      };
    }
  }
  return figures;
}
