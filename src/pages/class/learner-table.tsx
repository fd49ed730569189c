import type { LearnerFigures } from '../../domain/class-results/class-learners.ts';
import { say } from '../../ui/words/say.ts';
import { learnerNameOf } from './item-name.ts';

/** How learners are ordered. */
export type LearnerOrder = 'name' | 'score';

/** A row for each learner, whose name opens their answers. */
export function LearnerTable({
  figures,
  order,
  onOrder,
  onOpen,
}: {
  readonly figures: readonly LearnerFigures[];
  readonly order: LearnerOrder;
  readonly onOrder: (order: LearnerOrder) => void;
  readonly onOpen: (learnerId: string) => void;
}) {
  const hasEqual = figures.some(({ equalScore }) => equalScore !== null);
  const rows = order === 'name' ? figures : figures.toSorted((a, b) => (a.score ?? -1) - (b.score ?? -1));
  return (
    <section class="stack" aria-labelledby="class-learners">
      <div class="class-head">
        <h2 id="class-learners">{say('classroom.learners.heading')}</h2>
        <label class="class-sort">
          {say('classroom.learners.sort')}
          <select value={order} onChange={(event) => onOrder(event.currentTarget.value as LearnerOrder)}>
            <option value="name">{say('classroom.learners.sortName')}</option>
            <option value="score">{say('classroom.learners.sortScore')}</option>
          </select>
        </label>
      </div>
      <div class="table-scroll">
        <table class="class-table" data-testid="learners">
          <thead>
            <tr>
              <th scope="col">{say('classroom.learners.name')}</th>
              <th scope="col">{say('classroom.learners.score')}</th>
              {hasEqual && <th scope="col">{say('classroom.learners.equal')}</th>}
              <th scope="col">{say('classroom.learners.right')}</th>
              <th scope="col">{say('classroom.learners.seconds')}</th>
              <th scope="col">{say('classroom.learners.confidence')}</th>
              <th scope="col">{say('classroom.learners.sureButWrong')}</th>
              <th scope="col">{say('classroom.learners.hints')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.learner.id}>
                <th scope="row">
                  <button type="button" class="table-link" onClick={() => onOpen(one.learner.id)}>
                    {learnerNameOf(one.learner)}
                  </button>
                </th>
                <td>{scoreSay(one.score)}</td>
                {hasEqual && <td>{scoreSay(one.equalScore)}</td>}
                <td>{say('classroom.learners.rightOf', { right: one.right, scored: one.scored })}</td>
                <td>
                  {one.seconds === null ? '–' : say('classroom.learners.secondsOf', { seconds: one.seconds })}
                </td>
                <td>
                  {one.confidence === null
                    ? '–'
                    : say('classroom.learners.confidenceOf', { value: one.confidence })}
                </td>
                <td>{one.sureButWrong}</td>
                <td>{one.hints}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasEqual && <p class="small soft">{say('classroom.learners.equalText')}</p>}
    </section>
  );
}

function scoreSay(score: number | null): string | number {
  return score === null ? '–' : Math.round(score);
}
