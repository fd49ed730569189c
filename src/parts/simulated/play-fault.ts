import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import type { MarkTool } from '../../domain/scenario/tools.ts';

/** What is wrong with a scenario, as it is found by playing it. */
export type PlayFault = { readonly stepId: string } & (
  | { readonly code: 'failed'; readonly fact: MessageFact }
  | { readonly code: 'kindUnplayable'; readonly kind: ScenarioStep['kind'] }
  | { readonly code: 'endless' }
  /** No place in the zone shows the lung. */
  | { readonly code: 'zoneWithoutLung'; readonly zone: string }
  /** No place in the zone shows what it holds of what ails the patient. */
  | { readonly code: 'zoneOverlooked'; readonly zone: string }
  /** No right reply is among those offered. */
  | { readonly code: 'replyMissing' }
  | { readonly code: 'replyImpossible'; readonly reply: string }
  /** No line shows a sign that is among the options. */
  | { readonly code: 'signMissing' }
  /** The image lacks what its draw says it shows. */
  | { readonly code: 'drawLacks'; readonly findings: readonly MarkableFinding[] }
  /** The image shows nothing for sure of what is asked for, and is not stated to be without it. */
  | { readonly code: 'nothingShown'; readonly image: string; readonly findings: readonly MarkableFinding[] }
  | { readonly code: 'toolMissing'; readonly tool: MarkTool }
  /** The image has place for fewer errors than are asked for. */
  | { readonly code: 'errorsFew'; readonly errors: number; readonly least: number }
  /** The goal of the scan is met nowhere. */
  | { readonly code: 'goalNowhere' }
);
