import type { ClassItem } from '../../domain/class-results/class-items.ts';
import { imageOfMost } from '../../domain/class-results/heat-map.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/words/say.ts';
import { HeatView } from './heat-view.tsx';
import { itemName, learnerNameOf, type StepNames } from './item-name.ts';

/** One item: how it went, the marks of all over the key, and who answered what. */
export function ItemDialog({
  item,
  names,
  onClose,
}: {
  readonly item: ClassItem;
  readonly names: StepNames;
  readonly onClose: () => void;
}) {
  const { scored, right, ease, flag, answers } = item;
  const same = imageOfMost(answers);
  const isMarked = answers.some(({ answer }) => answer.kind === 'mark');
  const expected = new Set(answers.flatMap(({ answer }) => answer.expected ?? []));
  return (
    <Dialog title={itemName(item, names)} isWide onClose={onClose}>
      <div class="stack classroom">
        <p>
          {ease === null
            ? say('classroom.itemDetail.unscored')
            : say('classroom.itemDetail.scored', { right, scored, percent: 100 * ease })}{' '}
          {flag !== null && <strong>{say(`classroom.items.flags.${flag}`)}</strong>}
        </p>
        {expected.size === 1 && (
          <p>{say('classroom.itemDetail.expected', { expected: `${[...expected][0]}` })}</p>
        )}
        {isMarked && (
          <section class="stack">
            <h3>{say('classroom.itemDetail.heat')}</h3>
            {same === null ? (
              <p>{say('classroom.itemDetail.noImage')}</p>
            ) : (
              <HeatView same={same} others={answers.length - same.answers.length} />
            )}
          </section>
        )}
        <h3>{say('classroom.itemDetail.answers')}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it where it is wider than the screen */}
        <section class="table-scroll" tabIndex={0} aria-label={say('classroom.itemDetail.answers')}>
          <table class="class-table">
            <thead>
              <tr>
                <th scope="col">{say('classroom.learners.name')}</th>
                <th scope="col">{say('classroom.itemDetail.score')}</th>
                <th scope="col">{say('classroom.learners.seconds')}</th>
                <th scope="col">{say('classroom.learners.confidence')}</th>
                <th scope="col">{say('classroom.learners.hints')}</th>
                {!isMarked && (
                  <th scope="col" class="class-words">
                    {say('classroom.itemDetail.said')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {answers.map(({ learner, answer }) => (
                <tr key={learner.id}>
                  <th scope="row">{learnerNameOf(learner)}</th>
                  <td>
                    {answer.score === null ? say('classroom.learner.unscored') : Math.round(answer.score)}
                  </td>
                  <td>{say('classroom.learners.secondsOf', { seconds: answer.seconds })}</td>
                  <td>
                    {answer.confidence === null
                      ? say('classroom.learners.none')
                      : say('classroom.learners.confidenceOf', { value: answer.confidence })}
                  </td>
                  <td>{answer.hints}</td>
                  {!isMarked && (
                    <td class="class-words">
                      {answer.isSkipped ? say('classroom.item.skipped') : (answer.said ?? '')}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Dialog>
  );
}
