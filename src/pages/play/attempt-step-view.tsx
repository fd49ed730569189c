import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { createActor } from 'xstate';
import { attemptResult } from '../../domain/learning/attempt.ts';
import { Instruction } from '../../parts/keys/instruction.tsx';
import type { WayOn } from '../../parts/questions/way-on.ts';
import { ServicesContext, useServices } from '../../parts/services.ts';
import { type AttemptLook, attemptLook, type LookAt } from '../../parts/session/attempt-look.ts';
import { scenarioMachineCreate } from '../../parts/session/machine/scenario-machine.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import type { Stage } from '../../parts/session/stage.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Route, routeGo, routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { AttemptComments } from './attempt-comments.tsx';
import { AttemptKept } from './attempt-kept.tsx';
import { imageTitle, resultTitle } from './attempt-overview.tsx';
import type { AttemptPlayed } from './attempt-played.ts';
import { AttemptTold } from './attempt-told.tsx';
import { stepDetails } from './practice-text.ts';
import { StageFoot } from './stage-foot.tsx';
import { StageScreens } from './stage-screens.tsx';

type Told = Extract<AttemptLook, { kind: 'told' }>;

/** One answer of an attempt: its image made again, what was marked or said, and the key. */
export function AttemptStepView({ played, at }: { readonly played: AttemptPlayed; readonly at: number }) {
  const services = useServices();
  const { attempt, scenario } = played;
  const stage = useMemo(() => services.stageCreate(), [services]);
  const begun: LookAt = { at, tryAt: 0, zoneId: null };
  const chosen = useSignal(begun);
  // The screen stays from one answer to the next, which begins with its first try.
  const look = chosen.value.at === at ? chosen.value : begun;
  const lookKey = JSON.stringify(look);
  const seen = useMemo(
    () => (scenario === null ? null : attemptLook(scenario, attempt, look)),
    [scenario, attempt, lookKey],
  );
  useLookedAt(played, at);
  const result = attemptResult(attempt.steps[at]!);
  const count = attempt.steps.length;
  const details = stepDetails(result, imageTitle(scenario, result));
  const head = (
    <>
      {seen?.kind === 'told' && !seen.isImageKnown && <p class="key-note">{say('attempts.imageUnknown')}</p>}
      {details !== '' && <p class="small soft">{details}</p>}
      <AttemptComments attempt={attempt} stepId={result.stepId} />
      {result.practice.length > 0 && (
        <TryPicker
          count={1 + result.practice.length}
          tryAt={look.tryAt}
          onPick={(tryAt) => {
            chosen.value = { ...look, tryAt, zoneId: null };
          }}
        />
      )}
    </>
  );
  const wayOn = wayOnOf(attempt.id, at, count, head);
  return (
    <ServicesContext.Provider value={{ ...services, stage }}>
      <div class="play attempt" data-bare={seen?.kind !== 'told' || seen.resume.frozenIndex === null}>
        <StageScreens waiting={stage.hasImage.value ? null : waitingOf(seen)}>{null}</StageScreens>
        <Instruction
          isHeading
          text={say('attempts.step', { at: at + 1, count, title: resultTitle(scenario, result) })}
        />
        {seen?.kind === 'told' ? (
          <ToldActor key={lookKey} stage={stage} told={seen}>
            {(actor) => (
              <AttemptTold
                actor={actor}
                told={seen}
                look={look}
                wayOn={wayOn}
                onZone={(zoneId) => {
                  chosen.value = { ...look, zoneId };
                }}
              />
            )}
          </ToldActor>
        ) : (
          <>
            <StageFoot
              stage={stage}
              network={services.network}
              marked={[]}
              revealed={null}
              isOverlayOffered={false}
            />
            <Panel label={say('attempts.title')} actions={wayOn.actions}>
              {head}
              <AttemptKept
                reason={waitingOf(seen)}
                result={seen?.result ?? result}
                step={seen?.kind === 'unkept' ? seen.step : null}
              />
            </Panel>
          </>
        )}
      </div>
    </ServicesContext.Provider>
  );
}

/** The machine that a scenario is played with, taken up where an answer is told, for as long as it is looked at. */
function ToldActor({
  stage,
  told: { scenario, resume },
  children,
}: {
  readonly stage: Stage;
  readonly told: Told;
  readonly children: (actor: ScenarioActor) => ComponentChildren;
}) {
  const actor = useMemo(
    () => createActor(scenarioMachineCreate(stage.effects), { input: { scenario, resume } }),
    [],
  );
  useEffect(() => {
    actor.start();
    return () => {
      actor.stop();
    };
  }, [actor]);
  return <>{children(actor)}</>;
}

/** The first try, and those after it. */
function TryPicker({
  count,
  tryAt,
  onPick,
}: {
  readonly count: number;
  readonly tryAt: number;
  readonly onPick: (tryAt: number) => void;
}) {
  return (
    <fieldset class="picker">
      <legend>{say('attempts.tries')}</legend>
      <div class="stack">
        {Array.from({ length: count }, (_, i) => (
          <Choice key={i} name="try" value={`${i}`} isChosen={i === tryAt} onPick={() => onPick(i)}>
            {i === 0 ? say('attempts.tryFirst') : say('attempts.tryAgain', { at: i })}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

/** Why there is no image, or not yet. */
function waitingOf(seen: AttemptLook | null): string {
  if (seen?.kind === 'unkept') {
    const isLost = seen.result.kind === 'scan' && !seen.result.first.isFound;
    return say(isLost ? 'attempts.scanLost' : `attempts.unkept.${seen.source}`);
  }
  if (seen?.kind !== 'told') return say('attempts.stepGone');
  if (seen.step.imageId === null) return say('attempts.noImage');
  return say(seen.resume.frozenIndex === null ? 'attempts.zoneChoose' : 'attempts.opening');
}

/** The answers before and after, and back to all of them. */
function wayOnOf(attempt: string, at: number, count: number, head: ComponentChildren): WayOn {
  const to = (step: number | null): Route => ({ page: 'attempt', attempt, step });
  const next = at + 1 < count ? at + 2 : null;
  return {
    head,
    actions: (
      <>
        <div class="panel-foot-row">
          {at > 0 && (
            <a class="button" href={routeHref(to(at))}>
              <Icon name="back" />
              {say('attempts.before')}
            </a>
          )}
          {next !== null && (
            <a class="button button-primary" href={routeHref(to(next))}>
              {say('attempts.next')}
              <Icon name="next" />
            </a>
          )}
        </div>
        <a class="button" href={routeHref(to(null))}>
          {say('attempts.all')}
        </a>
      </>
    ),
    onNext: () => routeGo(to(next)),
  };
}

/** An answer that was looked at again is no longer named on the first page. */
function useLookedAt({ attempt }: AttemptPlayed, at: number): void {
  const { store } = useServices();
  const { stepId } = attempt.steps[at]!;
  useEffect(() => {
    const keep = async (): Promise<void> => {
      const opened = await store;
      const { attempts } = await opened.attemptsList();
      const kept = attempts.find(({ id }) => id === attempt.id);
      if (kept === undefined || kept.lookedAt?.includes(stepId)) return;
      await opened.attemptAdd({ ...kept, lookedAt: [...(kept.lookedAt ?? []), stepId] });
    };
    // Unkept, it is named once more.
    keep().catch((error: unknown) => console.warn(error));
  }, [store, attempt, stepId]);
}
