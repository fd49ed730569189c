import { effect, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Confidence } from '../../domain/learning/confidence-level.ts';
import { decisionsAreWhole, type ProposalAct } from '../../domain/proposals/decision.ts';
import type { ProposalPlan } from '../../domain/proposals/proposal.ts';
import type { ProposalsStep } from '../../domain/scenario/scenario.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import {
  choiceBeside,
  choiceIds,
  choiceIsDecided,
  choiceNext,
  choiceOf,
  MISSING,
  mendTo,
  type ProposalChoice,
  proposalAt,
  proposalStood,
  proposalsDraw,
} from './proposal-choice.ts';
import { choiceName, leftSentence, stateWord } from './proposal-text.ts';
import { PROPOSALS_ACTIONS, type ProposalCommand } from './proposals-actions.ts';
import { ProposalsPanel } from './proposals-panel.tsx';

/** Deciding on each proposal, by pointer, by keyboard or by the list. */
export function ProposalsView({
  actor,
  step,
  plan,
}: {
  readonly actor: ScenarioActor;
  readonly step: ProposalsStep;
  readonly plan: ProposalPlan;
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const { decisions, keyMade } = context;
  const like = keyMade!.key.mask;
  const choice = useSignal<ProposalChoice>(
    choiceOf(choiceIds(plan).find((id) => !choiceIsDecided(id, decisions)) ?? MISSING),
  );
  const chosen = plan.proposals.find(({ id }) => id === choice.value.id) ?? null;

  const choose = (id: string): void => {
    if (id !== choice.peek().id) choice.value = choiceOf(id);
  };
  const begin = (act: ProposalAct): void => {
    const { id } = choice.peek();
    if (id === MISSING && act !== 'accept') return;
    const proposal = plan.proposals.find((one) => one.id === id);
    const kept = context.decisions.byId[id]?.mend ?? null;
    const mend =
      act === 'mend' && proposal !== undefined
        ? (kept ?? { finding: proposal.finding, rightMm: 0, deeperMm: 0 })
        : null;
    choice.value = { ...choiceOf(id), act, mend };
  };
  const decide = (confidence: Confidence): void => {
    const { id, act, mend, missing } = choice.peek();
    if (act === null || (act === 'reject' && id === MISSING && missing === null)) return;
    if (id === MISSING) {
      actor.send({ type: 'missing.decide', decision: { finding: missing, confidence } });
    } else actor.send({ type: 'proposal.decide', id, decision: { act, confidence, mend } });
    const after = actor.getSnapshot().context.decisions;
    audio.play('mark');
    announce(
      say('proposals.said', {
        name: choiceName(id, plan),
        state: stateWord(id, after),
        left: leftSentence(plan, after),
      }),
    );
    choice.value = choiceOf(choiceNext(id, plan, after));
  };
  const follow = (command: ProposalCommand): void => {
    const now = choice.peek();
    switch (command.kind) {
      case 'choose':
        choose(choiceBeside(now.id, plan, command.by));
        return;
      case 'act':
        begin(command.act);
        return;
      case 'missing':
        choice.value = { ...choiceOf(MISSING), act: 'reject' };
        return;
      case 'sure':
        decide(command.confidence);
        return;
      case 'move':
        if (now.mend === null) return;
        choice.value = {
          ...now,
          mend: {
            ...now.mend,
            rightMm: now.mend.rightMm + command.rightMm,
            deeperMm: now.mend.deeperMm + command.deeperMm,
          },
        };
        return;
      case 'drop':
        choice.value = choiceOf(now.id);
    }
  };

  useKeys((event, place, areKeysOn) => {
    const mode = choice.peek().mend === null ? 'deciding' : 'mending';
    const command = actionFind(PROPOSALS_ACTIONS, event, { place, areKeysOn, mode }, null);
    if (command === null) return false;
    follow(command);
    return true;
  });
  const drawn = useMemo(
    () => proposalsDraw(plan, decisions, choice.value, like),
    [plan, decisions, choice.value, like],
  );
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null) return;
        scanner.hintShow({ kind: 'outline', mask: drawn });
        return () => scanner.hintShow(null);
      }),
    [stage, drawn],
  );
  useEffect(
    () =>
      effect(() =>
        stage.scanner.value?.onPointer(({ phase, point, isInside }) => {
          if (phase !== 'down' || !isInside) return;
          const now = choice.peek();
          const proposal = plan.proposals.find(({ id }) => id === now.id);
          if (now.mend !== null && proposal !== undefined) {
            choice.value = { ...now, mend: mendTo(proposal, now.mend, point, like) };
            return;
          }
          const near = proposalAt(point, plan);
          if (near !== null) choose(near.id);
        }),
      ),
    [stage, plan, like],
  );
  useEffect(() => {
    stage.spots.value = plan.proposals.map((proposal) => {
      const { id, number, centre } = proposal;
      return {
        id,
        name: choiceIsDecided(id, decisions) ? `${number} ✓` : `${number}`,
        kind: 'part' as const,
        point: proposalStood(proposal, decisions, choice.value, like)?.centre ?? centre,
        isSelected: id === choice.value.id,
        onSelect: () => choose(id),
      };
    });
    return () => {
      stage.spots.value = [];
    };
  }, [stage, plan, decisions, choice.value, like]);
  return (
    <ProposalsPanel
      step={step}
      plan={plan}
      decisions={decisions}
      choice={choice.value}
      chosen={chosen}
      isWhole={decisionsAreWhole(decisions, plan)}
      onChoose={choose}
      onCommand={follow}
      onMend={(mend) => {
        choice.value = { ...choice.peek(), mend };
      }}
      onMissing={(missing) => {
        choice.value = { ...choice.peek(), missing };
      }}
      onSkip={() => actor.send({ type: 'step.skip' })}
      onSubmit={() => actor.send({ type: 'proposals.submit' })}
    />
  );
}
