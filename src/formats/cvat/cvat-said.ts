import {
  type Shape,
  type ShapeForm,
  type ShapeSaid,
  type ShapeStatus,
  VERDICTS,
} from '../../domain/annotation/annotation.ts';
import { MOST_LETTERS } from '../../domain/annotation/annotation-limits.ts';

/** The attributes of a shape in which CVAT keeps what it has no field for, and how CVAT asks for each. */
export const CVAT_ATTRIBUTES = ['rater', 'verdict', 'adjudicator', 'adjudicated_at', 'breadth_px'] as const;

type CvatAttributes = ReadonlyMap<string, string>;

/** A shape of its form and of what its attributes say; attributes of other names are passed over. */
export function shapeOfCvat(
  form: ShapeForm,
  said: Pick<ShapeSaid, 'label' | 'track' | 'group'>,
  attributes: CvatAttributes,
): Shape {
  const breadth = Number(attributes.get('breadth_px') || Number.NaN);
  const broad =
    form.kind === 'polyline' && breadth > 0 && breadth < 1e5 ? { ...form, breadthPx: breadth } : form;
  return { ...said, rater: textOf(attributes, 'rater'), status: statusOf(attributes), ...broad } as Shape;
}

function textOf(attributes: CvatAttributes, name: string): string | null {
  return attributes.get(name)?.slice(0, MOST_LETTERS) || null;
}

function statusOf(attributes: CvatAttributes): ShapeStatus | null {
  const verdict = VERDICTS.find((each) => each === attributes.get('verdict'));
  if (verdict === undefined) return null;
  return {
    verdict,
    adjudicator: textOf(attributes, 'adjudicator'),
    timestamp: textOf(attributes, 'adjudicated_at'),
  };
}

/** What is said of a shape, as attributes; those of which nothing is said are left out. */
export function attributesOf(shape: Shape): readonly (readonly [name: string, value: string])[] {
  const { rater, status } = shape;
  const breadth = shape.kind === 'polyline' ? shape.breadthPx : null;
  const all: readonly (readonly [(typeof CVAT_ATTRIBUTES)[number], string | null])[] = [
    ['rater', rater],
    ['verdict', status?.verdict ?? null],
    ['adjudicator', status?.adjudicator ?? null],
    ['adjudicated_at', status?.timestamp ?? null],
    ['breadth_px', breadth === null ? null : String(breadth)],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}
