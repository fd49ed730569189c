import type { Learner } from '../../domain/learners/learner.ts';
import type { CopyChange, CopyWay, RecordsChange, StoreExport } from '../../ports/store.ts';
import type { CountedRecord, DatabaseFilling } from './database.ts';

/**
 * The records to write to bring in a copy, and what that changes. Merging adds what is missing here: of a lesson that
 * was left half-played in both the later place stays, of everything else what is here. Replacing makes everything as it
 * is in the copy.
 */
export function copyMerge(
  here: StoreExport,
  copy: StoreExport,
  way: CopyWay,
): { readonly put: DatabaseFilling; readonly change: CopyChange } {
  const isMerged = way === 'merge';
  const ownAttempts = new Set(here.attempts.map(({ id }) => id));
  const ownItems = new Set(here.items.map(({ id }) => id));
  const ownPlaces = new Map(here.places.map((place) => [place.scenarioId, place.savedAtMs]));
  const attempts = isMerged ? copy.attempts.filter(({ id }) => !ownAttempts.has(id)) : copy.attempts;
  const items = isMerged ? copy.items.filter(({ id }) => !ownItems.has(id)) : copy.items;
  const places = copy.places.filter(({ scenarioId, savedAtMs }) => {
    const ownMs = ownPlaces.get(scenarioId);
    return !isMerged || ownMs === undefined || ownMs < savedAtMs;
  });
  const settings = isMerged ? { ...copy.settings, ...here.settings } : copy.settings;
  const calibrations = isMerged ? { ...copy.calibrations, ...here.calibrations } : copy.calibrations;
  const learner = learnerMerge(here.learner, copy.learner, way);
  const attemptsPut = recordsOrder(isMerged ? here.attempts : [], attempts);
  const itemsPut = recordsOrder(isMerged ? here.items.toReversed() : [], items.toReversed());
  return {
    put: {
      attempts: attemptsPut,
      learnerItems: itemsPut,
      places,
      items: { settings, calibrations, ...(learner === null ? {} : { learner }) },
    },
    change: {
      attempts: changeOf(
        [...ownAttempts],
        attempts.map(({ id }) => id),
        isMerged,
      ),
      items: changeOf(
        [...ownItems],
        items.map(({ id }) => id),
        isMerged,
      ),
      places: changeOf(
        [...ownPlaces.keys()],
        places.map(({ scenarioId }) => scenarioId),
        isMerged,
      ),
      calibrations: changeOf(
        Object.keys(here.calibrations),
        Object.keys(calibrations).filter((key) => !isMerged || !(key in here.calibrations)),
        isMerged,
      ),
      areSettingsChanged: JSON.stringify(sorted(settings)) !== JSON.stringify(sorted(here.settings)),
    },
  };
}

/** Whose records they are from then on; a name that was given here stays. */
function learnerMerge(here: Learner | null, copy: Learner | null, way: CopyWay): Learner | null {
  const learner = way === 'merge' ? (here ?? copy) : (copy ?? here);
  return learner === null ? null : { id: learner.id, name: here?.name || learner.name };
}

/**
 * Two lists of records, each with its newest first, as one, counted. Within each the order stays, whatever the clocks
 * said; between them times decide.
 */
function recordsOrder<T extends { readonly id: string; readonly atMs: number }>(
  own: readonly T[],
  added: readonly T[],
): readonly (T & CountedRecord)[] {
  const merged: T[] = [];
  for (let a = 0, b = 0; a < own.length || b < added.length; ) {
    const [one, other] = [own[a], added[b]];
    if (other === undefined || (one !== undefined && one.atMs >= other.atMs)) {
      merged.push(one!);
      a += 1;
    } else {
      merged.push(other);
      b += 1;
    }
  }
  return merged.map((record, at) => ({ ...record, order: merged.length - at }));
}

function changeOf(own: readonly string[], put: readonly string[], isMerged: boolean): RecordsChange {
  const written = new Set(put);
  const replaced = own.filter((key) => written.has(key)).length;
  return { added: written.size - replaced, replaced, removed: isMerged ? 0 : own.length - replaced };
}

function sorted(fields: object): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).toSorted(([one], [other]) => one.localeCompare(other));
}
