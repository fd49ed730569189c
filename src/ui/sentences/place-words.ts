import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { FeedbackPlace } from '../../domain/grading/feedback-fact.ts';
import { type Offset, RUNS } from '../../domain/grading/offset.ts';
import { COUNT_TOLERANCE_MM, findingIsCounted } from '../../domain/grading/tolerance.ts';
import { say } from '../words/say.ts';

/** Depth as the ruler beside the image says it, and the side; what runs along the scan lines is where it starts. */
export function placeWords(finding: MarkableFinding, place: FeedbackPlace): string {
  return RUNS[finding] === 'along' ? say('grading.place.along', factsOf(place)) : spotWords(place);
}

export function spotWords(place: FeedbackPlace): string {
  return say('grading.place.at', factsOf(place));
}

function factsOf({ point, lateral }: FeedbackPlace): { readonly mm: number; readonly side: string } {
  return { mm: Math.max(0, Math.round(point.y)), side: sideWords(lateral) };
}

function sideWords(lateral: number): string {
  const off = Math.abs(lateral);
  if (off <= 0.15) return say('grading.side.middle');
  if (off <= 0.6) return say(lateral < 0 ? 'grading.side.left' : 'grading.side.right');
  return say(lateral < 0 ? 'grading.side.leftEdge' : 'grading.side.rightEdge');
}

/** The larger part of an offset; lines that run across are first of all too deep or too shallow, B-lines aside. */
function isOffByDepth(finding: MarkableFinding, { deeperMm, rightMm }: Offset): boolean {
  const runs = RUNS[finding];
  if (runs === 'along') return false;
  return runs === 'across' ? Math.abs(deeperMm) >= 1 : Math.abs(deeperMm) >= Math.abs(rightMm);
}

/** Where a mark lies that would have to move so. */
export function offWay(finding: MarkableFinding, off: Offset): 'shallow' | 'deep' | 'left' | 'right' {
  if (isOffByDepth(finding, off)) return off.deeperMm > 0 ? 'shallow' : 'deep';
  return off.rightMm > 0 ? 'left' : 'right';
}

/** In whole mm, but for one that is just too far off to be counted: rounded, it would seem near enough. */
export function offMm(finding: MarkableFinding, off: Offset): number {
  const mm = Math.abs(isOffByDepth(finding, off) ? off.deeperMm : off.rightMm);
  const whole = Math.max(1, Math.round(mm));
  const withinMm = findingIsCounted(finding) ? COUNT_TOLERANCE_MM[finding] : 0;
  return mm > withinMm && whole <= withinMm ? Math.ceil(10 * mm) / 10 : whole;
}
