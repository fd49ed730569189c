import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Confidence } from '../../domain/learning/confidence-level.ts';
import type { ProposalDecisions } from '../../domain/proposals/decision.ts';
import type { ProposalMend } from '../../domain/proposals/mend.ts';
import {
  MISSABLE,
  type MissableFinding,
  type Proposal,
  type ProposalPlan,
} from '../../domain/proposals/proposal.ts';
import type { ProposalsStep } from '../../domain/scenario/scenario.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Choice } from '../../ui/choice.tsx';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { choiceIds, MISSING, type ProposalChoice } from './proposal-choice.ts';
import { choiceName, leftSentence, stateWord } from './proposal-text.ts';
import { PROPOSALS_ACTIONS, type ProposalCommand } from './proposals-actions.ts';
import { RoundWhyLine } from './round-why-line.tsx';

/** Beside the image: the proposals as a list, and the decision on the one that is chosen. */
export function ProposalsPanel({
  step,
  plan,
  decisions,
  choice,
  chosen,
  isWhole,
  onChoose,
  onCommand,
  onMend,
  onMissing,
  onSkip,
  onSubmit,
}: {
  readonly step: ProposalsStep;
  readonly plan: ProposalPlan;
  readonly decisions: ProposalDecisions;
  readonly choice: ProposalChoice;
  /** Null while the question is chosen whether something is missing. */
  readonly chosen: Proposal | null;
  /** Whether everything was decided. */
  readonly isWhole: boolean;
  readonly onChoose: (id: string) => void;
  readonly onCommand: (command: ProposalCommand) => void;
  readonly onMend: (mend: ProposalMend) => void;
  readonly onMissing: (finding: MissableFinding | null) => void;
  readonly onSkip: () => void;
  readonly onSubmit: () => void;
}) {
  return (
    <Panel
      label={say('proposals.label')}
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          disabled={!isWhole}
          onClick={onSubmit}
        >
          <Icon name="check" />
          {isWhole ? say('proposals.submit') : leftSentence(plan, decisions)}
        </button>
      }
    >
      <h2>{say('proposals.title')}</h2>
      <Text text={step.text} />
      <RoundWhyLine step={step} />
      <ol class="proposal-list" aria-label={say('proposals.list')}>
        {choiceIds(plan).map((id) => {
          const finding = plan.proposals.find((one) => one.id === id)?.finding;
          return (
            <li key={id}>
              <button
                type="button"
                class="proposal-row"
                aria-pressed={id === choice.id}
                data-testid="proposal"
                onClick={() => onChoose(id)}
                onFocus={() => onChoose(id)}
              >
                {finding !== undefined && <FindingSwatch finding={finding} />}
                <span>{choiceName(id, plan)}</span>
                <span class="soft small">{stateWord(id, decisions)}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {choice.id === MISSING ? (
        <MissingChoice choice={choice} onCommand={onCommand} onMissing={onMissing} />
      ) : (
        <ActChoice choice={choice} onCommand={onCommand} />
      )}
      {choice.mend !== null && chosen !== null && (
        <MendChoice mend={choice.mend} onCommand={onCommand} onMend={onMend} />
      )}
      <SureChoice
        isBegun={
          choice.act !== null && (choice.id !== MISSING || choice.act === 'accept' || choice.missing !== null)
        }
        onSure={(confidence) => onCommand({ kind: 'sure', confidence })}
      />
      <button type="button" class="button button-quiet" onClick={onSkip}>
        {say('proposals.skip')}
      </button>
    </Panel>
  );
}

type Commanded = { readonly onCommand: (command: ProposalCommand) => void };

function ActChoice({ choice, onCommand }: Commanded & { readonly choice: ProposalChoice }) {
  return (
    <fieldset class="picker">
      <legend>{say('proposals.act.legend')}</legend>
      <div class="edit-row">
        {(['accept', 'reject', 'mend'] as const).map((act) => (
          <button
            key={act}
            type="button"
            class="button"
            aria-pressed={choice.act === act}
            aria-keyshortcuts={actionShortcuts(PROPOSALS_ACTIONS[act])}
            onClick={() => onCommand({ kind: 'act', act })}
          >
            <Icon name={ACT_ICONS[act]} size={18} />
            {say(`proposals.act.${act}`)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const ACT_ICONS = { accept: 'check', reject: 'cross', mend: 'pencil' } as const;

function MissingChoice({
  choice,
  onCommand,
  onMissing,
}: Commanded & {
  readonly choice: ProposalChoice;
  readonly onMissing: (finding: MissableFinding) => void;
}) {
  const isMissing = choice.act === 'reject';
  return (
    <>
      <fieldset class="picker">
        <legend>{say('proposals.missing.legend')}</legend>
        <p class="small soft">{say('proposals.missing.note')}</p>
        <div class="edit-row">
          <button
            type="button"
            class="button"
            aria-pressed={choice.act === 'accept'}
            aria-keyshortcuts={actionShortcuts(PROPOSALS_ACTIONS.accept)}
            onClick={() => onCommand({ kind: 'act', act: 'accept' })}
          >
            <Icon name="check" size={18} />
            {say('proposals.missing.no')}
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={isMissing}
            aria-keyshortcuts={actionShortcuts(PROPOSALS_ACTIONS.missing)}
            onClick={() => onCommand({ kind: 'missing' })}
          >
            <Icon name="plus" size={18} />
            {say('proposals.missing.yes')}
          </button>
        </div>
      </fieldset>
      {isMissing && (
        <FindingChoice
          legend={say('proposals.missing.which')}
          findings={MISSABLE}
          chosen={choice.missing}
          onPick={onMissing}
        />
      )}
    </>
  );
}

const WAYS = [
  ['left', -1, 0],
  ['up', 0, -1],
  ['down', 0, 1],
  ['right', 1, 0],
] as const;

/** One press on a button moves it by so much, mm. */
const PRESS_MM = 2;

function MendChoice({
  mend,
  onCommand,
  onMend,
}: Commanded & { readonly mend: ProposalMend; readonly onMend: (mend: ProposalMend) => void }) {
  return (
    <>
      <FindingChoice
        legend={say('proposals.mend.which')}
        findings={MARKABLE_FINDINGS}
        chosen={mend.finding}
        onPick={(finding) => onMend({ ...mend, finding })}
      />
      <fieldset class="picker">
        <legend>{say('proposals.mend.move')}</legend>
        <div class="edit-row">
          {WAYS.map(([way, x, y]) => (
            <button
              key={way}
              type="button"
              class="button button-small"
              onClick={() => onCommand({ kind: 'move', rightMm: x * PRESS_MM, deeperMm: y * PRESS_MM })}
            >
              {say(`proposals.mend.${way}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <p class="small soft">{say('proposals.mend.note')}</p>
    </>
  );
}

function FindingChoice<Of extends MarkableFinding>({
  legend,
  findings,
  chosen,
  onPick,
}: {
  readonly legend: string;
  readonly findings: readonly Of[];
  readonly chosen: Of | null;
  readonly onPick: (finding: Of) => void;
}) {
  return (
    <fieldset class="picker">
      <legend>{legend}</legend>
      <div class="picker-grid">
        {findings.map((finding) => (
          <Choice
            key={finding}
            name="proposal-finding"
            value={finding}
            isChosen={finding === chosen}
            onPick={() => onPick(finding)}
          >
            <FindingSwatch finding={finding} />
            {findingLabel(finding)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function findingLabel(finding: MarkableFinding): string {
  return say(`findings.${finding}.label`);
}

const SURE_WORDS = ['guess', 'low', 'fair', 'sure'] as const;

function SureChoice({
  isBegun,
  onSure,
}: {
  /** Whether there is a decision to be sure of. */
  readonly isBegun: boolean;
  readonly onSure: (confidence: Confidence) => void;
}) {
  return (
    <fieldset class="picker">
      <legend>{say('proposals.sure.legend')}</legend>
      {!isBegun && <p class="small soft">{say('proposals.sure.wait')}</p>}
      <div class="sure-grid">
        {SURE_WORDS.map((word, i) => (
          <button
            key={word}
            type="button"
            class="button button-small"
            disabled={!isBegun}
            aria-keyshortcuts={`${i + 1}`}
            onClick={() => onSure((i + 1) as Confidence)}
          >
            {say(`proposals.sure.${word}`)}
            <span class="choice-key">{i + 1}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
