import { useSignal } from '@preact/signals';
import {
  ATTEMPT_FILE_BYTES_MAX,
  type AttemptFile,
  attemptFileRead,
  codeFits,
} from '../../domain/assessment/attempt-file.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { say } from '../../ui/words/say.ts';
import { sittingReport } from './sitting-report.ts';

/** Checks the code of a certificate against the file that came with it. */
export function CertificateCheck() {
  const code = useSignal('');
  const verdict = useSignal<string | null>(null);
  const check = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    if (code.value.trim() === '') {
      verdict.value = say('exam.check.empty');
      return;
    }
    const text = file.size > ATTEMPT_FILE_BYTES_MAX ? '' : await file.text().catch(() => '');
    verdict.value = verdictSay(attemptFileRead(text), code.value);
  };
  return (
    <section class="card stack">
      <h2>{say('exam.check.heading')}</h2>
      <p>{say('exam.check.lead')}</p>
      <label class="field">
        {say('exam.check.code')}
        <input
          type="text"
          autoComplete="off"
          spellcheck={false}
          maxLength={40}
          value={code.value}
          onInput={(event) => {
            code.value = event.currentTarget.value;
            verdict.value = null;
          }}
        />
      </label>
      <div class="settings-data">
        <FileButton
          text={say('exam.check.file')}
          label={say('exam.check.fileLabel')}
          accept=".json,application/json"
          onFiles={(files) => void check(files)}
        />
      </div>
      {verdict.value !== null && (
        <p role="status" data-testid="certificate-verdict">
          {verdict.value}
        </p>
      )}
      <p class="small soft">{say('exam.check.limits')}</p>
    </section>
  );
}

/** @param file null where it could not be read */
function verdictSay(file: AttemptFile | null, code: string): string {
  if (file === null) return say('exam.check.unreadable');
  if (!codeFits(file, code)) return say('exam.check.differs');
  const report = sittingReport(file.attempt, []);
  if (report === null) return say('exam.check.otherVersion');
  const { right, items, isWhole } = report.assessment;
  const isPassed = isWhole && right >= file.passRight;
  return say('exam.check.matches', {
    name: file.name,
    at: file.attempt.atMs,
    right,
    items: items.length,
    verdict: say(isPassed ? 'exam.past.passed' : 'exam.past.failed'),
  });
}
