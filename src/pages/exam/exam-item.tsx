import type { AssessedItem } from '../../domain/assessment/assessment.ts';
import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { type GradedStep, type Scenario, stepIsGraded } from '../../domain/scenario/scenario.ts';
import { answeredImage } from '../../parts/answered/answered-image.ts';
import { PicturesAgain } from '../../parts/answered/pictures-again.tsx';
import { replyWords } from '../../parts/questions/question-result.ts';
import { useServices } from '../../parts/services.ts';
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
        {seconds !== null && ` · ${secondsSay(seconds)}`}
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
  const first = step?.kind === 'mark' ? step.first : null;
  const marked =
    first === null ? null : { image: first.image ?? { index: first.frozenIndex }, marks: first.marks ?? [] };
  const isMarked = asked.kind === 'mark';
  const findings = isMarked ? asked.findings.map(({ finding }) => finding) : MARKABLE_FINDINGS;
  return (
    <PicturesAgain
      words={{
        ask: say('exam.items.picture'),
        making: say('exam.items.making'),
        failed: (reason) => say('exam.items.failed', { reason }),
        marks: say('exam.picture.marks'),
        key: say(isMarked ? 'exam.picture.key' : 'exam.picture.there'),
        marksOf: (names) => say('exam.picture.marksOf', { names }),
        keyOf: (names) => say('exam.picture.keyOf', { names }),
        nothing: say('exam.picture.nothing'),
      }}
      make={async (gone) => ({
        image: await answeredImage(stage.effects, scenario, asked.id, marked, gone),
        findings,
      })}
      legendOf={({ image }) => (isMarked ? findings : findingsIn(image.key, findings))}
    />
  );
}

/** Of an image that is shown as it is, the legend names nothing that it has not. */
function findingsIn({ classes }: Mask, findings: readonly MarkableFinding[]): readonly MarkableFinding[] {
  return findings.filter((finding) => classes.includes(FINDING_INDEX[finding]));
}

/** Only whole seconds are counted against the limits. */
function secondsSay(seconds: number): string {
  return seconds === 0 ? say('exam.items.secondsNone') : say('exam.items.seconds', { seconds });
}
