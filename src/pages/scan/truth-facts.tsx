import type { Truth } from '../../domain/frame/frame.ts';
import type { ScanTruth } from '../../domain/scan/scan-truth.ts';
import { type ZoneSet, zonesOf } from '../../domain/scan/zones.ts';
import { say } from '../../ui/words/say.ts';

/** The truth of a frozen image, and of what ails the patient. */
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
          [say('scan.truth.condition'), conditionText(scan, zoneSet)],
          [say('scan.truth.inView'), say(`probe.conditions.${scan.inView}`)],
        ] as const)),
    [say('scan.truth.sliding'), say(truth.sliding ? 'scan.truth.slides' : 'scan.truth.still')],
    [say('scan.truth.ribs'), number(truth.ribs.length)],
    [say('scan.truth.aLines'), number(truth.aLines.length)],
    [
      say('scan.truth.bLines'),
      merged === 0 ? number(alone) : say('scan.truth.bLinesMerged', { alone, merged }),
    ],
    ...(span === undefined ? [] : ([[say('scan.truth.mMode'), say(`probe.mMode.${span.shows}`)]] as const)),
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

const number = (value: number): string => say('scan.truth.number', { number: value });

/** The patient's condition, and in which zones of the set. */
function conditionText({ condition, sickZones }: ScanTruth, zoneSet: ZoneSet): string {
  const name = say(`probe.conditions.${condition}`);
  if (sickZones.length === 0) return name;
  const zones = zonesOf(zoneSet);
  const sick = zones.filter(({ id }) => sickZones.includes(id));
  if (sick.length === 0) return say('scan.truth.outside', { condition: name });
  return sick.length === zones.length
    ? say('scan.truth.everywhere', { condition: name })
    : say('scan.truth.zones', { condition: name, zones: sick.map(({ id }) => id).join(', ') });
}
