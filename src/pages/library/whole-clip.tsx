import { type ClipCount, clipCount } from '../../domain/analysis/clip-count.ts';
import { clipReadout, likelihoodOf } from '../../domain/analysis/clip-readout.ts';
import type { Reports } from '../../domain/analysis/strip.ts';
import { CLIP_READOUTS } from '../../network/clip-readouts.ts';
import { say } from '../../ui/words/say.ts';

/** What all images say together, of the signs that no single image may show for sure. */
export function WholeClip({ reports }: { readonly reports: Reports }) {
  const readout = clipReadout(
    CLIP_READOUTS,
    reports.flatMap((report) => report?.facts ?? []),
  );
  if (readout === null) return null;
  const count = clipCount(reports);
  return (
    <section class="stack" aria-labelledby="whole-clip">
      <h3 id="whole-clip">{say('library.panel.whole')}</h3>
      <dl class="image-figures clip-readout" data-testid="clip-readout">
        <div>
          <dt>{say('library.panel.aLines')}</dt>
          <dd>{say(`library.panel.${likelihoodOf(readout.aLines)}`)}</dd>
        </div>
        <div>
          <dt>{say('library.panel.bLines')}</dt>
          <dd>{say(`library.panel.${likelihoodOf(readout.bLines)}`)}</dd>
        </div>
      </dl>
      <p class="small soft">{say('library.panel.wholeHint')}</p>
      {count !== null && <CountTold count={count} />}
    </section>
  );
}

/** How many B-lines the masks of the clip show, and how far that can be relied on. */
function CountTold({ count: { separate, isMerged } }: { readonly count: ClipCount }) {
  return (
    <>
      <p data-testid="clip-count">
        {separate === 0 ? say('library.panel.countNone') : say('library.panel.count', { count: separate })}
        {isMerged && ` ${say('library.panel.countMerged')}`}
      </p>
      <p class="small soft">{say('library.panel.countHint')}</p>
    </>
  );
}
