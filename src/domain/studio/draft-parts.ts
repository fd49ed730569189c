import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { type ScenarioPath, valueAt } from '../scenario/schema-keys.ts';
import type { AskedFile } from './tolerance-level.ts';

/** Where in a draft lies what the guide edits; null for what it has not. */
export interface DraftParts {
  readonly briefing: ScenarioPath | null;
  /** The first list of images with its steps. */
  readonly rounds: ScenarioPath | null;
  readonly image: ScenarioPath | null;
  readonly freeze: ScenarioPath | null;
  readonly mark: ScenarioPath | null;
  readonly feedback: ScenarioPath | null;
  readonly debrief: ScenarioPath | null;
}

/** Finds the parts of a draft, sound or not, by its values. */
export function draftParts(values: unknown): DraftParts {
  const outer = stepFind(values, ['steps']);
  const rounds = outer('rounds');
  const inner = rounds === null ? () => null : stepFind(values, [...rounds, 'steps']);
  const image = rounds === null ? null : [...rounds, 'images', 0];
  return {
    briefing: outer('briefing'),
    rounds,
    image: image !== null && valueAt(image, values) !== undefined ? image : null,
    freeze: inner('freeze'),
    mark: inner('mark'),
    feedback: inner('feedback'),
    debrief: outer('debrief'),
  };
}

function stepFind(values: unknown, path: ScenarioPath): (kind: string) => ScenarioPath | null {
  const steps = valueAt(path, values);
  return (kind) => {
    if (!Array.isArray(steps)) return null;
    const at = steps.findIndex((step) => valueAt(['step'], step) === kind);
    return at < 0 ? null : [...path, at];
  };
}

/** The text at a place; empty where there is none. */
export function textAt(values: unknown, path: ScenarioPath): string {
  const value = valueAt(path, values);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The classes that a draft asks for, as far as they can be read. */
export function askedAt(values: unknown, { mark }: DraftParts): readonly AskedFile[] {
  const list = mark === null ? null : valueAt([...mark, 'findings'], values);
  if (!Array.isArray(list)) return [];
  return list.filter(
    (one): one is AskedFile =>
      MARKABLE_FINDINGS.includes(valueAt(['finding'], one) as MarkableFinding) &&
      typeof valueAt(['tolerance_mm'], one) === 'number',
  );
}

/** The id of the kept clip that a draft's image is; null where it is another image. */
export function clipIdAt(values: unknown, { image }: DraftParts): string | null {
  const id = image === null ? null : valueAt([...image, 'source', 'clip', 'id'], values);
  return typeof id === 'string' ? id : null;
}
