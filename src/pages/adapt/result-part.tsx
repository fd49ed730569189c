import { diceIsBetter } from '../../domain/adaptation/dice-scores.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import type { Training, TrainingDone } from '../../parts/adaptation/training.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { say } from '../../ui/words/say.ts';
import { ComparedPicture } from './compared-picture.tsx';
import { KeepForm } from './keep-form.tsx';

/** What a training gave: how near it is to one's own labels on exams that it did not learn from, before and after. */
export function ResultPart({
  done,
  training,
  onKept,
}: {
  readonly done: TrainingDone;
  readonly training: Training;
  readonly onKept: () => void;
}) {
  const { result, facts, held } = done;
  const { before, after } = result;
  const isBetter = result.files !== null && diceIsBetter(before, after);
  const counts = { frames: facts.held.frames, exams: facts.held.exams };
  const dice = { before: before.mean, after: after.mean };
  return (
    <section class="card stack" data-testid="training-result" data-better={isBetter}>
      <h2>{say('adapt.result.heading')}</h2>
      <p role="status">
        <strong>
          {result.files === null
            ? say('adapt.result.nothing', dice)
            : say(isBetter ? 'adapt.result.better' : 'adapt.result.notBetter', dice)}
        </strong>
      </p>
      <p>{say('adapt.result.how', { ...counts, learnt: result.frames, of: result.exams })}</p>
      <p class="small soft">{say('adapt.result.chance')}</p>
      {result.files !== null && (
        <table class="findings-table adapt-scores">
          <caption>{say('adapt.result.caption', counts)}</caption>
          <thead>
            <tr>
              <th scope="col">{say('adapt.result.finding')}</th>
              <th scope="col">{say('adapt.result.before')}</th>
              <th scope="col">{say('adapt.result.after')}</th>
            </tr>
          </thead>
          <tbody>
            {MARKABLE_FINDINGS.map((finding) => (
              <tr key={finding}>
                <th scope="row">
                  <span class="findings-name">
                    <FindingSwatch finding={finding} />
                    {say(`findings.${finding}.label`)}
                  </span>
                </th>
                <td class="figures">{diceText(before.classes[finding])}</td>
                <td class="figures">{diceText(after.classes[finding])}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say('adapt.result.mean')}</th>
              <td class="figures">{diceText(before.mean)}</td>
              <td class="figures">{diceText(after.mean)}</td>
            </tr>
          </tbody>
        </table>
      )}
      {isBetter && result.files !== null && (
        <KeepForm done={done} files={result.files} onKept={onKept} onDrop={() => training.clear()} />
      )}
      {!isBetter && (
        <>
          <p>{say('adapt.result.advice')}</p>
          <button type="button" class="button" onClick={() => training.clear()}>
            {say('adapt.result.close')}
          </button>
        </>
      )}
      {result.held.length > 0 && (
        <details class="adapt-compared" open>
          <summary>{say('adapt.result.pictures')}</summary>
          <ol>
            {held.map(({ id, frame, mask }, at) => {
              const said = result.held[at]!;
              const size = said.before.width;
              return (
                <li key={id} class="answered-pictures">
                  <ComparedPicture
                    frame={frame}
                    mask={maskResample(mask, said.before.sector, size)}
                    caption={say('adapt.result.own')}
                  />
                  <ComparedPicture frame={frame} mask={said.before} caption={say('adapt.result.before')} />
                  <ComparedPicture frame={frame} mask={said.after} caption={say('adapt.result.after')} />
                </li>
              );
            })}
          </ol>
        </details>
      )}
    </section>
  );
}

function diceText(dice: number | null): string {
  return dice === null ? say('adapt.result.none') : say('adapt.result.dice', { dice });
}
