import type { MarkHistory } from '../domain/marks/history.ts';

export type ScenarioEvent =
  | { readonly type: 'step.next' }
  | { readonly type: 'step.skip' }
  | { readonly type: 'step.retry' }
  | { readonly type: 'image.freeze' }
  | { readonly type: 'image.anew' }
  | { readonly type: 'marks.submit' }
  | { readonly type: 'marks.changed'; readonly history: MarkHistory }
  | { readonly type: 'marks.back' }
  | { readonly type: 'question.answer'; readonly reply: number | string }
  | { readonly type: 'hint.take' }
  | { readonly type: 'effect.retry' }
  | { readonly type: 'scenario.leave' };
