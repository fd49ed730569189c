import {
  type ClassItem,
  DISCRIMINATION_LEARNERS,
  DISCRIMINATION_LOW,
} from '../../domain/class-results/class-items.ts';
import { useServices } from '../../parts/services.ts';
import { say } from '../../ui/words/say.ts';
import { exerciseTitle, itemName, type StepNames } from './item-name.ts';

/** A row for each item, whose name opens its answers and the marks of all. */
export function ItemTable({
  items,
  names,
  isOfSeveral,
  onOpen,
}: {
  readonly items: readonly ClassItem[];
  readonly names: StepNames;
  /** Whether they are of several exercises, which then are named. */
  readonly isOfSeveral: boolean;
  readonly onOpen: (key: string) => void;
}) {
  const { scenarios } = useServices();
  return (
    <section class="stack" aria-labelledby="class-items">
      <h2 id="class-items">{say('classroom.items.heading')}</h2>
      <div class="table-scroll">
        <table class="class-table" data-testid="items">
          <thead>
            <tr>
              <th scope="col">{say('classroom.items.name')}</th>
              {isOfSeveral && (
                <th scope="col" class="class-words">
                  {say('classroom.items.exercise')}
                </th>
              )}
              <th scope="col">{say('classroom.items.ease')}</th>
              <th scope="col">{say('classroom.items.right')}</th>
              <th scope="col">{say('classroom.items.discrimination')}</th>
              <th scope="col">{say('classroom.items.seconds')}</th>
              <th scope="col">{say('classroom.items.confidence')}</th>
              <th scope="col">{say('classroom.items.hinted')}</th>
              <th scope="col" class="class-words">
                {say('classroom.items.flag')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.key} data-flag={item.flag ?? ''}>
                <th scope="row">
                  <button type="button" class="table-link" onClick={() => onOpen(item.key)}>
                    {itemName(item, names)}
                  </button>
                </th>
                {isOfSeveral && (
                  <td class="class-words">{exerciseTitle(item.answers[0]!.attempt, scenarios)}</td>
                )}
                <td>
                  {item.ease === null ? '–' : say('classroom.items.easeOf', { percent: 100 * item.ease })}
                </td>
                <td>{say('classroom.learners.rightOf', { right: item.right, scored: item.scored })}</td>
                <td>
                  {item.discrimination === null
                    ? '–'
                    : say('classroom.items.discriminationOf', { value: item.discrimination })}
                </td>
                <td>{say('classroom.learners.secondsOf', { seconds: item.seconds })}</td>
                <td>
                  {item.confidence === null
                    ? '–'
                    : say('classroom.learners.confidenceOf', { value: item.confidence })}
                </td>
                <td>{item.hinted}</td>
                <td class="class-words">
                  {item.flag === null ? '' : say(`classroom.items.flags.${item.flag}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="small soft">
        {say('classroom.items.text', { low: DISCRIMINATION_LOW, learners: DISCRIMINATION_LEARNERS })}
      </p>
    </section>
  );
}
