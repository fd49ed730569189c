import type { Truth } from '../../domain/frame/frame.ts';
import type { ScanTruth } from '../../domain/scan/scan-truth.ts';
import { type ZoneSet, zonesOf } from '../../domain/scan/zones.ts';
import { CONDITION_LABEL, M_MODE_LABEL } from '../../parts/probe/patient-text.ts';

/** What a frozen image really shows, and what really ails the patient. */
export function TruthFacts({
  truth,
  zoneSet,
  mLine,
}: {
  readonly truth: Truth;
  /** The set whose zones are named. */
  readonly zoneSet: ZoneSet;
  readonly mLine: number | null;
}) {
  const { scan } = truth;
  const alone = truth.bLines.filter(({ confluent }) => !confluent).length;
  const merged = truth.bLines.length - alone;
  const span = scan?.mMode.find(({ from, to }) => mLine !== null && mLine >= from && mLine <= to);
  const rows: (readonly [string, string])[] = [
    ...(scan === undefined
      ? []
      : ([
          ['The patient has', conditionText(scan, zoneSet)],
          ['In this image', CONDITION_LABEL[scan.inView]],
        ] as const)),
    ['Lung sliding', truth.sliding ? 'yes' : 'none'],
    ['Ribs', String(truth.ribs.length)],
    ['A-lines', String(truth.aLines.length)],
    ['B-lines', merged === 0 ? String(alone) : `${alone}, and ${merged} merged`],
    ...(span === undefined ? [] : ([['M-mode here', M_MODE_LABEL[span.shows]]] as const)),
  ];
  return (
    <dl class="truth" data-testid="truth">
      {rows.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What ails the patient, and in which zones of the set. */
function conditionText({ condition, sickZones }: ScanTruth, zoneSet: ZoneSet): string {
  const label = CONDITION_LABEL[condition];
  if (sickZones.length === 0) return label;
  const zones = zonesOf(zoneSet);
  const sick = zones.filter(({ id }) => sickZones.includes(id));
  if (sick.length === 0) return `${label}, outside the zones shown`;
  return sick.length === zones.length
    ? `${label}, in every zone`
    : `${label}, in ${sick.map(({ id }) => id).join(', ')}`;
}
