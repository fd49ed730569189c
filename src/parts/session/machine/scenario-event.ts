import type { Confidence } from '../../../domain/learning/confidence-level.ts';
import type { MarkHistory } from '../../../domain/marks/history.ts';
import type { MissingDecision, ProposalDecision } from '../../../domain/proposals/decision.ts';
import type { ZoneReading } from '../../../domain/survey/zone-reading.ts';
import type { ProbeStand } from '../../probe/machine/probe-machine.ts';

export type ScenarioEvent =
  | { readonly type: 'step.next' }
  | { readonly type: 'step.skip' }
  | { readonly type: 'step.retry' }
  | { readonly type: 'image.freeze' }
  | { readonly type: 'image.anew' }
  /** Puts the probe once more where a hint has shown that the goal is met. */
  | { readonly type: 'goal.show' }
  /** From the child that holds the probe. */
  | { readonly type: 'probe.rested'; readonly stand: ProbeStand }
  /** `lateral`: the scan line that M-mode runs on. */
  | {
      readonly type: 'm_mode.answer';
      readonly reply: string;
      readonly lateral: number;
      readonly confidence?: Confidence;
    }
  | { readonly type: 'marks.submit'; readonly confidence?: Confidence }
  | { readonly type: 'marks.changed'; readonly history: MarkHistory }
  | { readonly type: 'marks.back' }
  | { readonly type: 'question.answer'; readonly reply: number | string; readonly confidence?: Confidence }
  | { readonly type: 'proposal.decide'; readonly id: string; readonly decision: ProposalDecision }
  | { readonly type: 'missing.decide'; readonly decision: MissingDecision }
  /** The decisions are handed in; refused before each is made. */
  | { readonly type: 'proposals.submit' }
  /** A named answer to the zone that is frozen. */
  | { readonly type: 'zone.answer'; readonly reading: ZoneReading }
  /** The survey is over, with as many zones as it takes. */
  | { readonly type: 'survey.finish' }
  | { readonly type: 'hint.take' }
  | { readonly type: 'effect.retry' }
  | { readonly type: 'scenario.leave' };
