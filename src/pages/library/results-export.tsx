import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SnapshotFrom } from 'xstate';
import { analysisCsv } from '../../formats/csv/csv.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError } from '../../ui/notices.ts';
import { partLoad } from '../../ui/part-load.ts';
import { say } from '../../ui/words/say.ts';
import type { ClipSession } from './clip-session.ts';
import type { AnalysisActor } from './machine/analysis.ts';

/** Saving what the network said as files; no name of the clip is in them, nor in what they are called. */
export function ResultsExport({
  session,
  analysis,
}: {
  readonly session: ClipSession;
  readonly analysis: SnapshotFrom<AnalysisActor>;
}) {
  const { record } = session;
  const images = record.timesMs.length;
  const packed = useSignal<number | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const csvSave = (): void => {
    const { reports, weightsSha256 } = analysis.context;
    const csv = analysisCsv(record, reports, weightsSha256 ?? '');
    fileOffer(new Blob([csv], { type: 'text/csv' }), 'batsign-results.csv');
  };
  const masksSave = async (): Promise<void> => {
    packed.value = 0;
    const { signal } = stop.current;
    try {
      const { masksExport } = await partLoad(
        () => import('../../adapters/mask-export/client/masks-export.ts'),
      );
      const archive = await masksExport({
        raster: { width: record.width, height: record.height, sector: record.sector },
        images,
        maskOf: (index) => session.maskOf(index),
        onProgress: (done) => {
          packed.value = done;
        },
        signal,
      });
      if (archive !== null) fileOffer(archive, 'batsign-masks.zip');
    } catch (error) {
      noticeError(error, say('library.results.notSaved'));
    } finally {
      packed.value = null;
    }
  };
  return (
    <section class="stack" aria-label={say('library.results.label')}>
      <div class="panel-foot-row">
        <button type="button" class="button" onClick={csvSave}>
          <Icon name="save" />
          {say('library.results.table')}
        </button>
        <button type="button" class="button" disabled={packed.value !== null} onClick={masksSave}>
          <Icon name="save" />
          {packed.value === null
            ? say('library.results.masks')
            : say('library.percent', { percent: Math.round((100 * packed.value) / images) })}
        </button>
      </div>
      <p class="small soft">{say('library.results.training')}</p>
    </section>
  );
}
