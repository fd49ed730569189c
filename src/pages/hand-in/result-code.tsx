import { useSignal } from '@preact/signals';
import { resultCodeWrite } from '../../domain/class-results/result-code.ts';
import type { ResultsFile } from '../../domain/class-results/results-file.ts';
import { useServices } from '../../parts/services.ts';
import { attemptTitle } from '../../parts/session/attempt-title.ts';
import type { Attempt } from '../../ports/store.ts';
import { partLoad } from '../../ui/part-load.ts';
import type { WorkRun } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';

/** Modules of white around a code, without which cameras do not find it. */
const QUIET = 4;

interface Shown {
  readonly title: string;
  /** Null where the result is too long for one. */
  readonly code: { readonly text: string; readonly size: number; readonly path: string } | null;
}

/** One result as a QR code, and as the text that is in it. */
export function ResultCode({
  attempts,
  isNamed,
  fileMake,
  isBusy,
  work,
}: {
  readonly attempts: readonly Attempt[];
  /** Whether there is a name; says so where there is none. */
  readonly isNamed: () => boolean;
  readonly fileMake: (attempt: Attempt) => Promise<ResultsFile>;
  readonly isBusy: boolean;
  readonly work: WorkRun;
}) {
  const { scenarios } = useServices();
  const at = useSignal(0);
  const shown = useSignal<Shown | null>(null);
  const show = (): void => {
    const attempt = attempts[at.value];
    if (attempt === undefined || !isNamed()) return;
    void work(say('classroom.handIn.failed'), async () => {
      const { qrCode } = await partLoad(() => import('../../adapters/qr-code/qr-code.ts'));
      const file = await fileMake(attempt);
      const text = resultCodeWrite(file, file.attempts[0]!);
      const title = attemptTitle(attempt, scenarios);
      shown.value = { title, code: text === null ? null : { text, ...qrCode(text) } };
    });
  };
  return (
    <section class="card stack">
      <h2>{say('classroom.handIn.one.heading')}</h2>
      <p class="soft">{say('classroom.handIn.one.text')}</p>
      <label class="field">
        {say('classroom.handIn.one.which')}
        <select
          value={at.value}
          onChange={(event) => {
            at.value = Number(event.currentTarget.value);
            shown.value = null;
          }}
        >
          {attempts.map((attempt, i) => (
            <option key={attempt.id} value={i}>
              {say('classroom.handIn.one.option', {
                title: attemptTitle(attempt, scenarios),
                atMs: attempt.atMs,
              })}
            </option>
          ))}
        </select>
      </label>
      <div class="settings-data">
        <button type="button" class="button" disabled={isBusy} onClick={show}>
          {say('classroom.handIn.one.show')}
        </button>
      </div>
      <div role="status" class="stack">
        {shown.value !== null && shown.value.code === null && <p>{say('classroom.handIn.one.large')}</p>}
        {shown.value?.code != null && <Code title={shown.value.title} code={shown.value.code} />}
      </div>
    </section>
  );
}

function Code({
  title,
  code: { text, size, path },
}: {
  readonly title: string;
  readonly code: NonNullable<Shown['code']>;
}) {
  const side = size + 2 * QUIET;
  return (
    <>
      <svg
        class="result-code"
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        role="img"
        aria-label={say('classroom.handIn.one.label', { title })}
        shape-rendering="crispEdges"
      >
        <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <label class="field">
        {say('classroom.handIn.one.asText')}
        <textarea readOnly rows={4} value={text} data-testid="result-code" />
      </label>
    </>
  );
}
