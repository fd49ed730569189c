import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type ClipFacts, shapesOf } from '../../domain/annotation/annotation.ts';
import { annotationFits } from '../../domain/annotation/clip-fit.ts';
import { type LabelChoices, labelsApply, labelUses } from '../../domain/annotation/label-map.ts';
import { annotationLosses, WRITTEN_FORMATS, type WrittenFormat } from '../../domain/annotation/loss.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { FrameCut } from '../../domain/frame/sector-crop.ts';
import type { KeyClip, KeyExpert, KeyFrame } from '../../domain/scenario/expert-key.ts';
import { annotationFrames, clipInPictures, keyAnnotation } from '../../domain/studio/key-annotation.ts';
import { dicomIdentity } from '../../formats/dicom/dicom-identity.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type AnnotationBrought, annotationBring } from './annotation-bring.ts';
import { annotationFileName, annotationSave } from './annotation-save.ts';

/** Annotations of other programs into the key of an expert, and the key as such. */
export function AnnotationsView({
  clip,
  cut,
  own,
  onFrames,
}: {
  readonly clip: KeyClip;
  /** Where the clip's images lie in the pictures of its recording; null where nobody knows. */
  readonly cut: FrameCut | null;
  /** Null where this expert has drawn nothing. */
  readonly own: KeyExpert | null;
  readonly onFrames: (frames: readonly KeyFrame[]) => void;
}) {
  const read = useSignal<AnnotationBrought | null>(null);
  const whole = cut === null ? clip : clipInPictures(clip, cut);
  const place = useRef<HTMLDivElement>(null);
  /** The form that had the focus goes with it. */
  const close = (): void => {
    read.value = null;
    place.current?.focus({ preventScroll: true });
  };
  const bring = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    try {
      read.value = await annotationBring(files, whole, clip);
    } catch (error) {
      read.value = null;
      noticeError(error, say('studio.annotations.unread'));
    }
  };
  return (
    <div class="stack" ref={place} tabIndex={-1}>
      <p class="small">{say('studio.annotations.lead')}</p>
      <FileButton
        text={say('studio.annotations.bring')}
        label={say('studio.annotations.files')}
        accept=".json,.xml,.csv,.png,application/json,text/xml,text/csv,image/png"
        isSeveral
        onFiles={(files) => void bring(files)}
      />
      {read.value !== null && (
        <LabelsForm
          read={read.value}
          own={own}
          onTake={(frames) => {
            onFrames(frames);
            close();
            noticeShow('info', say('studio.annotations.taken', { count: frames.length }));
          }}
          onDrop={close}
        />
      )}
      {own !== null && own.frames.length > 0 && <SaveForm clip={whole} isCutKnown={cut !== null} own={own} />}
    </div>
  );
}

/** What each label stands for, and what of the file is lost, before any of it is taken. */
function LabelsForm({
  read: { annotation, notes, sector },
  own,
  onTake,
  onDrop,
}: {
  readonly read: AnnotationBrought;
  readonly own: KeyExpert | null;
  readonly onTake: (frames: readonly KeyFrame[]) => void;
  readonly onDrop: () => void;
}) {
  const choices = useSignal<LabelChoices>({});
  const uses = labelUses(annotation).filter(({ shapes }) => shapes > 0);
  const chosen = (label: string) =>
    (Object.hasOwn(choices.value, label) ? choices.value[label] : null) ??
    uses.find((use) => use.label === label)?.proposal ??
    null;
  const raters = [...new Set(shapesOf(annotation).flatMap(({ rater }) => rater ?? []))];
  const isAsked = uses.some(({ label }) => chosen(label) === null);
  const made = isAsked ? null : annotationFrames(labelsApply(annotation, choices.value), sector);
  const drawn = new Set(own?.frames.map(({ index }) => index));
  const over = made?.frames.filter(({ index }) => drawn.has(index)).length ?? 0;
  return (
    <section class="card stack" aria-label={say('studio.annotations.mapping')}>
      <h4>{say('studio.annotations.mapping')}</h4>
      {uses.map(({ label, shapes }) => (
        <label key={label} class="field">
          {say('studio.annotations.label', { label, shapes })}
          <select
            value={chosen(label) ?? ''}
            aria-invalid={chosen(label) === null}
            onChange={({ currentTarget }) => {
              const { value } = currentTarget;
              const choice = MARKABLE_FINDINGS.find((finding) => finding === value) ?? 'leave_out';
              choices.value = { ...choices.peek(), [label]: choice };
            }}
          >
            {chosen(label) === null && <option value="">{say('studio.annotations.ask')}</option>}
            {MARKABLE_FINDINGS.map((finding) => (
              <option key={finding} value={finding}>
                {say(`findings.${finding}.label`)}
              </option>
            ))}
            <option value="leave_out">{say('studio.annotations.leaveOut')}</option>
          </select>
        </label>
      ))}
      {raters.length > 0 && (
        <p class="small">{say('studio.annotations.raters', { names: raters, count: raters.length })}</p>
      )}
      {notes.length > 0 && (
        <ul class="stack small">
          {notes.map((note) => (
            <li key={JSON.stringify(note)}>{messageSentence(note)}</li>
          ))}
        </ul>
      )}
      <div class="stack small" role="status">
        {made === null ? (
          <p>{say('studio.annotations.asked')}</p>
        ) : (
          <>
            <p>{say('studio.annotations.images', { count: made.frames.length })}</p>
            {made.left > 0 && <p>{say('studio.annotations.left', { count: made.left })}</p>}
            {over > 0 && <p>{say('studio.annotations.over', { count: over })}</p>}
          </>
        )}
      </div>
      <div class="settings-data">
        <button
          type="button"
          class="button button-primary"
          disabled={made === null || made.frames.length === 0}
          onClick={() => made !== null && onTake(made.frames)}
        >
          {say('studio.annotations.take')}
        </button>
        <button type="button" class="button button-quiet" onClick={onDrop}>
          {say('studio.annotations.drop')}
        </button>
      </div>
    </section>
  );
}

/** The key in a format of other programs, with what that format loses, before it is saved. */
function SaveForm({
  clip,
  isCutKnown,
  own,
}: {
  readonly clip: KeyClip;
  readonly isCutKnown: boolean;
  readonly own: KeyExpert;
}) {
  const format = useSignal<WrittenFormat>('coco');
  const archived = useSignal<ClipFacts | null>(null);
  const annotation = keyAnnotation(own, clip);
  const losses = annotationLosses(annotation, format.value);
  const clipTake = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    try {
      const named = dicomIdentity(new Uint8Array(await file.arrayBuffer()));
      // Places in its images would be wrong in images of another size.
      annotationFits(annotation, named);
      const { sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid } = named;
      if ([sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid].includes(null)) {
        archived.value = null;
        noticeShow('error', say('studio.annotations.clipNameless'));
        return;
      }
      archived.value = named;
    } catch (error) {
      noticeError(error, say('studio.annotations.clipUnread'));
    }
  };
  return (
    <section class="card stack" aria-label={say('studio.annotations.save')}>
      <label class="field">
        {say('studio.annotations.format')}
        <select
          value={format.value}
          onChange={({ currentTarget }) => {
            format.value = WRITTEN_FORMATS.find((one) => one === currentTarget.value) ?? 'coco';
          }}
        >
          {WRITTEN_FORMATS.map((one) => (
            <option key={one} value={one}>
              {say(`studio.annotations.formats.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="small">
        {say(isCutKnown ? 'studio.annotations.pixels' : 'studio.annotations.pixelsKept', {
          width: clip.widthPx,
          height: clip.heightPx,
        })}
      </p>
      {format.value === 'dicom-sr' && (
        <>
          <p class="small">
            {say(archived.value === null ? 'studio.annotations.clipNeeded' : 'studio.annotations.clipNamed')}
          </p>
          <FileButton
            text={say('studio.annotations.clip')}
            label={say('studio.annotations.clip')}
            accept=".dcm,application/dicom"
            onFiles={([file]) => void clipTake(file)}
          />
        </>
      )}
      <h4>{say('studio.annotations.losses')}</h4>
      {losses.length > 0 && (
        <ul class="stack small" aria-label={say('studio.annotations.losses')}>
          {losses.map((loss) => (
            <li key={JSON.stringify(loss)}>{messageSentence(loss)}</li>
          ))}
        </ul>
      )}
      <div>
        <button
          type="button"
          class="button"
          onClick={() => {
            try {
              const file = annotationSave(annotation, format.peek(), archived.peek(), new Date());
              fileOffer(file, annotationFileName(format.peek()));
            } catch (error) {
              noticeError(error, say('studio.annotations.unsaved'));
            }
          }}
        >
          <Icon name="save" />
          {say('studio.annotations.saveNow')}
        </button>
      </div>
    </section>
  );
}
