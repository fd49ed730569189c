import { useMemo } from 'preact/hooks';
import type { Mask } from '../../domain/frame/frame.ts';
import { useIsNarrow } from '../../ui/use-narrow.ts';
import { say } from '../../ui/words/say.ts';
import { FrameView } from './frame-view.tsx';
import type { LessonStage, LessonValues } from './lesson.ts';
import { proposalMask } from './proposal.ts';
import { ROOM_BESIDE, ROOM_NARROW, ROOM_WIDE } from './rooms.ts';
import { StageFoot } from './stage-foot.tsx';
import { TraceStrip } from './trace-strip.tsx';
import { useExam } from './use-exam.ts';
import { useImageTold } from './use-image-told.ts';

type ExamStageData = Extract<LessonStage, { readonly kind: 'exam' }>;

/** A simulated image of the layers that the learner sets. */
export function ExamStage({
  stage,
  values,
  isStill,
  onStill,
}: {
  readonly stage: ExamStageData;
  readonly values: LessonValues;
  readonly isStill: boolean;
  readonly onStill: (isStill: boolean) => void;
}) {
  const isAlwaysStill = stage.hasProposal === true;
  const { shown, traced, isFailed } = useExam(
    stage.request,
    values,
    isStill || isAlwaysStill,
    stage.hasTrace === true,
  );
  const isNarrow = useIsNarrow();
  const isNamed = !isAlwaysStill || values.truth === true;
  const labels = useMemo(() => (isNamed ? [...stage.labels] : []), [stage, isNamed, values]);
  const told = useImageTold(shown, labels).value;
  if (isFailed.value) return <p role="alert">{say('lesson.failed')}</p>;
  const room = isNarrow ? ROOM_NARROW : ROOM_WIDE;
  return (
    <div class="lesson-stage" data-testid="lesson-stage">
      {isAlwaysStill ? (
        <ProposalView shown={shown} values={values} labels={labels} told={told} />
      ) : (
        <FrameView shown={shown} labels={labels} room={room} told={told} />
      )}
      {stage.hasTrace && <TraceStrip shown={shown} traced={traced} />}
      {isNamed && (
        <p class="lesson-told" data-testid="lesson-told">
          {told}
        </p>
      )}
      {!isAlwaysStill && <StageFoot isStill={isStill} onStill={onStill} />}
    </div>
  );
}

/** The image, and the same image with what a network proposes. */
function ProposalView({
  shown,
  values,
  labels,
  told,
}: {
  readonly shown: Parameters<typeof FrameView>[0]['shown'];
  readonly values: LessonValues;
  readonly labels: Parameters<typeof FrameView>[0]['labels'];
  readonly told: string;
}) {
  const { proposal = 'right' } = values;
  const proposed = useMemo(() => (truth: Mask) => proposalMask(truth, proposal), [proposal]);
  const none = useMemo(() => [], [proposal]);
  return (
    <div class="lesson-beside">
      <figure>
        <FrameView shown={shown} labels={labels} room={ROOM_BESIDE} told={told} />
        <figcaption>{say('lesson.proposal.image')}</figcaption>
      </figure>
      <figure>
        <FrameView
          key={proposal}
          shown={shown}
          labels={none}
          room={ROOM_BESIDE}
          told={say(`lesson.proposal.${proposal}`)}
          proposed={proposed}
        />
        <figcaption>{say('lesson.proposal.caption')}</figcaption>
      </figure>
    </div>
  );
}
