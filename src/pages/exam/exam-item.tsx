import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AssessedItem } from '../../domain/assessment/assessment.ts';
import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { type GradedStep, type Scenario, stepIsGraded } from '../../domain/scenario/scenario.ts';
import { type AnsweredImage, answeredImage } from '../../parts/answered/answered-image.ts';
import { AnsweredPicture } from '../../parts/answered/answered-picture.tsx';
import { replyWords } from '../../parts/questions/question-result.ts';
import { Legend } from '../../parts/reveal/legend.tsx';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';

/** One item: what was asked, what was answered, what is right, and the image with both where it is asked for. */
export function ExamItem({
  item,
  number,
  scenario,
}: {
  readonly item: AssessedItem;
  readonly number: number;
  readonly scenario: Scenario;
}) {
  const { standing, score, seconds } = item;
  const asked = scenario.steps.filter(stepIsGraded).find(({ imageId }) => imageId === item.imageId);
  if (asked === undefined) return null;
  return (
    <article class="exam-item" data-standing={standing}>
      <h3>
        {say('exam.items.number', { number })}: {skillName(item.item.skill)}
      </h3>
      <p>
        <strong>{say(`exam.items.standing.${standing}`)}</strong>
        {score !== null && ` · ${say('exam.items.score', { score })}`}
        {seconds !== null && ` · ${say('exam.items.seconds', { seconds })}`}
      </p>
      {'ask' in asked && <p>{asked.ask}</p>}
      <Reply asked={asked} item={item} />
      <ItemPicture asked={asked} item={item} scenario={scenario} />
    </article>
  );
}

/** The answer and the right one, as far as words tell them: of marks only that there are none. */
function Reply({ asked, item: { item, step } }: { readonly asked: GradedStep; readonly item: AssessedItem }) {
  if (asked.kind === 'mark') {
    const isEmpty = step?.kind === 'mark' && !step.first.isSkipped && step.first.marks?.length === 0;
    return (
      <>
        {isEmpty && <p>{say('exam.items.noMarks')}</p>}
        {item.isNormal && <p>{say('exam.items.keyNone')}</p>}
      </>
    );
  }
  if (step?.kind !== 'question' || (asked.kind !== 'question' && asked.kind !== 'm_mode')) return null;
  const reply = asked.kind === 'question' ? asked.reply : { kind: 'choice' as const, options: asked.options };
  const said = replyWords(reply, step.first.reply);
  const expected = replyWords(reply, step.first.expected);
  return (
    <>
      {said !== null && <p>{say('exam.items.said', { reply: said })}</p>}
      {expected !== null && <p>{say('exam.items.key', { expected })}</p>}
    </>
  );
}

function ItemPicture({
  asked,
  item: { step },
  scenario,
}: {
  readonly asked: GradedStep;
  readonly item: AssessedItem;
  readonly scenario: Scenario;
}) {
  const { stage } = useServices();
  const made = useSignal<AnsweredImage | null>(null);
  const problem = useSignal<string | null>(null);
  const isMaking = useSignal(false);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const make = (): void => {
    if (isMaking.value) return;
    isMaking.value = true;
    problem.value = null;
    announce(say('exam.items.making'));
    answeredImage(stage.effects, scenario, asked.id, step, stop.current.signal).then(
      (image) => {
        made.value = image;
        isMaking.value = false;
      },
      (error: unknown) => {
        isMaking.value = false;
        if (!stop.current.signal.aborted)
          problem.value = errorSentence(error, say('messages.imageNotOpened'));
      },
    );
  };
  const image = made.value;
  if (image === null) {
    return (
      <>
        {problem.value !== null && (
          <p class="inline-alert" role="alert">
            {say('exam.items.failed', { reason: problem.value })}
          </p>
        )}
        <p>
          <button type="button" class="button" aria-disabled={isMaking.value} onClick={make}>
            <Icon name="eye" />
            {say(isMaking.value ? 'exam.items.making' : 'exam.items.picture')}
          </button>
        </p>
      </>
    );
  }
  const findings = asked.kind === 'mark' ? asked.findings.map(({ finding }) => finding) : MARKABLE_FINDINGS;
  return <ItemPictures image={image} findings={findings} isMarked={asked.kind === 'mark'} />;
}

/** Of an image that is shown as it is, the legend names nothing that it has not. */
function findingsIn({ classes }: Mask, findings: readonly MarkableFinding[]): readonly MarkableFinding[] {
  return findings.filter((finding) => classes.includes(FINDING_INDEX[finding]));
}

function ItemPictures({
  image: { frame, key, marks },
  findings,
  isMarked,
}: {
  readonly image: AnsweredImage;
  readonly findings: readonly MarkableFinding[];
  readonly isMarked: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  // The button that asked for them is gone, and the focus with it.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div class="answered-pictures" ref={place} tabIndex={-1}>
        {marks !== null && (
          <AnsweredPicture
            frame={frame}
            mask={marks}
            findings={findings}
            caption={say('exam.picture.marks')}
            isKey={false}
          />
        )}
        <AnsweredPicture
          frame={frame}
          mask={key}
          findings={findings}
          caption={say(isMarked ? 'exam.picture.key' : 'exam.picture.there')}
          isKey
        />
      </div>
      <Legend findings={isMarked ? findings : findingsIn(key, findings)} />
    </>
  );
}
