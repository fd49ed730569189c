import { confidenceCalibrate } from '../../domain/learning/confidence.ts';
import type { Confidence } from '../../domain/learning/confidence-level.ts';
import type { ItemRecord } from '../../domain/learning/item-record.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';

const NAMES = { 1: 'guess', 2: 'unsure', 3: 'fairly', 4: 'sure' } as const satisfies Record<
  Confidence,
  string
>;

/** So many errors that the learner was sure of are named, the newest first. */
const NAMED = 5;

/** How sure the learner was against how often it was right. */
export function ConfidencePlot({ items }: { readonly items: readonly ItemRecord[] }) {
  const { bins, sureButWrong } = confidenceCalibrate(items);
  if (bins.every(({ answers }) => answers === 0)) return null;
  const wrong = sureButWrong
    .slice(-NAMED)
    .reverse()
    .flatMap((id) => items.find((item) => item.id === id) ?? []);
  return (
    <section class="progress-part confidence-plot">
      <h2>{say('results.confidence.heading')}</h2>
      <p class="soft">{say('results.confidence.text')}</p>
      <dl>
        {bins.map(({ confidence, answers, right }) => (
          <div key={confidence}>
            <dt>{say(`rounds.confidence.${NAMES[confidence]}`)}</dt>
            <dd>
              <progress max={1} value={right ?? 0} aria-hidden="true" />
              {right === null
                ? say('results.confidence.none')
                : say('results.confidence.right', { percent: Math.round(100 * right), count: answers })}
            </dd>
          </div>
        ))}
      </dl>
      {wrong.length > 0 && (
        <>
          <h3>{say('results.confidence.wrong')}</h3>
          <ul>
            {wrong.map(({ id, evidence, atMs }) => (
              <li key={id}>
                {say('results.confidence.wrongItem', {
                  skill: evidence.map(({ skill }) => skillName(skill)).join(', '),
                  atMs,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
