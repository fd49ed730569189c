import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { COURSE_TARGETS, type CourseTarget } from '../../domain/course-system/course-target.ts';
import { ENDPOINTS_ANY, endpointOrigin } from '../../domain/course-system/endpoints.ts';
import { courseFileName } from '../../parts/packages/course-file-name.ts';
import { useServices } from '../../parts/services.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeShow } from '../../ui/notices.ts';
import { partLoad } from '../../ui/part-load.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import type { HandedOut } from './handed-out.ts';

/** Bytes of the zip before it is made. */
interface Size {
  readonly game: number;
  readonly clips: number;
}

/** Few hand out for a course system. */
const savingLoad = () => partLoad(() => import('../../parts/packages/course-save.ts'));

/** A zip for a course system, of what a teacher made and of the game. */
export function CourseSystemForm({ out }: { readonly out: HandedOut }) {
  const { records } = useServices();
  const { work, isBusy, share, stop } = useWork();
  const isOpen = useSignal(false);
  const target = useSignal<CourseTarget>('scorm12');
  const pass = useSignal('');
  const endpoint = useSignal('');
  const size = useSignal<Size | null>(null);
  const problem = useSignal<string | null>(null);
  const ids = useId();
  const { isReady, title, clips } = out;
  const base = document.baseURI;

  const sizeCount = async (): Promise<void> => {
    try {
      const game = await (await savingLoad()).courseGameSize(base);
      const kept = clips.length === 0 ? [] : (await (await records()).clipsList()).clips;
      const bytes = kept.filter(({ id }) => clips.includes(id)).reduce((sum, clip) => sum + clip.bytes, 0);
      size.value = { game, clips: bytes };
      problem.value = null;
    } catch (error) {
      problem.value = errorSentence(error, say('handOut.failed'));
    }
  };
  useEffect(() => {
    if (isOpen.value) void sizeCount();
  }, [isOpen.value, clips.join()]);

  const passScore = pass.value.trim() === '' ? null : Number(pass.value);
  const isPassWrong =
    passScore !== null && !(Number.isInteger(passScore) && passScore >= 0 && passScore <= 100);
  const origin = endpoint.value.trim() === '' ? ENDPOINTS_ANY : endpointOrigin(endpoint.value.trim());
  const isEndpointWrong = target.value === 'xapi' && origin === null;
  const save = () =>
    work(say('handOut.failed'), async (hold) => {
      const to = target.peek();
      const order = { target: to, passScore, endpoints: origin ?? ENDPOINTS_ANY };
      const { courseSave } = await savingLoad();
      const file = await courseSave(await out.wholeMake(), order, records, { base, ...hold });
      fileOffer(file, courseFileName(title, to));
      noticeShow('info', say('handOut.system.saved'));
    });
  const megabytes = (bytes: number): number => bytes / 1e6;
  return (
    <details
      data-testid="course-system"
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{say('handOut.system.heading')}</summary>
      <div class="stack">
        <p class="soft">{say('handOut.system.lead')}</p>
        <div class="studio-two">
          <label class="field">
            {say('handOut.system.target')}
            <select
              value={target.value}
              onChange={({ currentTarget }) => {
                target.value = currentTarget.value as CourseTarget;
              }}
            >
              {COURSE_TARGETS.map((one) => (
                <option key={one} value={one}>
                  {say(`handOut.system.targets.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <CheckedField
            id={`${ids}-pass`}
            label={say('handOut.system.pass')}
            help={say('handOut.system.passHelp')}
            fault={isPassWrong ? say('handOut.system.passWrong') : null}
            value={pass.value}
            onText={(text) => {
              pass.value = text;
            }}
          />
          {target.value === 'xapi' && (
            <CheckedField
              id={`${ids}-endpoint`}
              label={say('handOut.system.endpoint')}
              help={say('handOut.system.endpointHelp')}
              fault={isEndpointWrong ? say('handOut.system.endpointWrong') : null}
              value={endpoint.value}
              onText={(text) => {
                endpoint.value = text;
              }}
            />
          )}
        </div>
        <p class="soft small">{say('handOut.system.leaves')}</p>
        {problem.value !== null ? (
          <p class="inline-alert" role="alert">
            {problem.value}
          </p>
        ) : (
          <p class="soft" data-testid="course-size">
            {size.value === null
              ? say('handOut.system.counting')
              : say('handOut.system.size', {
                  megabytes: megabytes(size.value.game + size.value.clips),
                  game: megabytes(size.value.game),
                  clips: megabytes(size.value.clips),
                })}
          </p>
        )}
        <div class="settings-data">
          <button
            type="button"
            class="button"
            disabled={!isReady || isBusy.value || isPassWrong || isEndpointWrong || problem.value !== null}
            onClick={save}
          >
            <Icon name="save" />
            {say('handOut.system.save')}
          </button>
          {isBusy.value && (
            <>
              <progress max={1} value={share.value ?? 0} aria-label={say('handOut.system.making')} />
              <button type="button" class="button button-quiet" onClick={stop}>
                {say('handOut.system.stop')}
              </button>
            </>
          )}
        </div>
      </div>
    </details>
  );
}

/** A text with what is wrong with it. */
function CheckedField({
  id,
  label,
  help,
  fault,
  value,
  onText,
}: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** Null while nothing is wrong with it. */
  readonly fault: string | null;
  readonly value: string;
  readonly onText: (text: string) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        aria-describedby={`${id}-help`}
        aria-invalid={fault !== null}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <div id={`${id}-help`} class="stack small">
        <p class="soft">{help}</p>
        {fault !== null && <p class="studio-problem">{fault}</p>}
      </div>
    </div>
  );
}
