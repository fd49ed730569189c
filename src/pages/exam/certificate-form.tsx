import { useSignal } from '@preact/signals';
import { attemptFileWrite, certificateCode, NAME_LENGTH_MAX } from '../../domain/assessment/attempt-file.ts';
import { useServices } from '../../parts/services.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { partLoad } from '../../ui/part-load.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { attemptFileOf, certificateText } from './certificate-content.ts';
import type { SittingReport } from './sitting-report.ts';

/** Asks for the name, and hands out certificate and file. Nothing is asked before there is something to hand out. */
export function CertificateForm({ report }: { readonly report: SittingReport }) {
  const { learners } = useServices();
  const { list, here } = learners;
  const name = useSignal(list.value.learners.find(({ key }) => key === here)?.name ?? '');
  const problem = useSignal<string | null>(null);
  const code = useSignal<string | null>(null);
  const { work, isBusy } = useWork();

  const fileMake = async () => {
    const { NETWORK_VERSION } = await partLoad(() => import('../../adapters/certificate/network-version.ts'));
    return attemptFileOf(report, name.value.trim(), NETWORK_VERSION);
  };
  const offer = (task: () => Promise<void>) => (): void => {
    problem.value = name.value.trim() === '' ? say('exam.certificate.empty') : null;
    if (problem.value === null) void work(say('exam.certificate.unmade'), task);
  };
  const pdfSave = offer(async () => {
    const file = await fileMake();
    const { certificatePdf } = await partLoad(() => import('../../adapters/certificate/certificate-pdf.ts'));
    code.value = certificateCode(file);
    fileOffer(certificatePdf(certificateText(report, file)), `${say('exam.certificate.fileName')}.pdf`);
  });
  const attemptSave = offer(async () => {
    const file = await fileMake();
    code.value = certificateCode(file);
    const content = new Blob([attemptFileWrite(file)], { type: 'application/json' });
    fileOffer(content, `${say('exam.certificate.attemptName')}.json`);
  });
  return (
    <section class="card stack">
      <h2>{say('exam.certificate.heading')}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          pdfSave();
        }}
      >
        <TextField
          label={say('exam.certificate.name')}
          isOwnName
          lengthMax={NAME_LENGTH_MAX}
          value={name.value}
          onInput={(typed) => {
            name.value = typed;
            // It is of the name too.
            code.value = null;
          }}
        />
        {problem.value !== null && (
          <p class="inline-alert" role="alert">
            {problem.value}
          </p>
        )}
        <div class="settings-data">
          <button type="submit" class="button button-primary" disabled={isBusy.value}>
            <Icon name="save" />
            {say('exam.certificate.save')}
          </button>
          <button type="button" class="button" disabled={isBusy.value} onClick={attemptSave}>
            <Icon name="save" />
            {say('exam.certificate.file')}
          </button>
        </div>
      </form>
      {code.value !== null && (
        <p role="status" data-testid="certificate-code">
          {say('exam.certificate.code', { code: code.value })}
        </p>
      )}
      <p class="small soft">{say('exam.certificate.note')}</p>
    </section>
  );
}
