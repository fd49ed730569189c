import * as z from 'zod/mini';
import type { AnnotationRead, ClipFacts, PxSize, ShapeForm } from '../../domain/annotation/annotation.ts';
import { annotationDamaged, annotationSize } from '../../domain/annotation/annotation-limits.ts';
import {
  coordinateSchema,
  itemsSchema,
  maybe,
  nameSchema,
  numberSchema,
  numbersSchema,
} from '../../domain/annotation/annotation-values.ts';
import { objectSchema } from '../../domain/stored/values.ts';
import { jsonRead } from '../annotation/json-read.ts';
import { type CvatThing, cvatRead } from './cvat-drawn.ts';
import { boxForm, maskForm, pathForm, pointPairs } from './cvat-form.ts';

const FORMAT = 'CVAT';

const attributesSchema = maybe(
  itemsSchema(
    objectSchema({
      name: maybe(z.string()),
      value: maybe(z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
);

const drawnFields = {
  type: nameSchema,
  points: maybe(numbersSchema),
  rotation: maybe(coordinateSchema),
  frame: numberSchema,
  attributes: attributesSchema,
};

/** Labels by name, as tasks are exported, or by a number alone, as the server's own interface gives them. */
const labelFields = { label: maybe(nameSchema), label_id: maybe(numberSchema), group: maybe(numberSchema) };

const jobSchema = objectSchema({
  tags: maybe(itemsSchema(z.unknown())),
  shapes: maybe(itemsSchema(objectSchema({ ...drawnFields, ...labelFields }))),
  tracks: maybe(
    itemsSchema(
      objectSchema({
        ...labelFields,
        attributes: attributesSchema,
        shapes: itemsSchema(objectSchema({ ...drawnFields, outside: maybe(z.boolean()) })),
        elements: maybe(itemsSchema(z.unknown())),
      }),
    ),
  ),
});

/** The `annotations.json` of a task: a list with one entry a job, or one such entry. */
const cvatSchema = z.union([itemsSchema(jobSchema), jobSchema]);

type CvatJob = z.output<typeof jobSchema>;
type Drawn = NonNullable<CvatJob['shapes']>[number];

/**
 * The `annotations.json` of a CVAT task. What is tracked is interpolated as `trackForms` says, to the end of the clip
 * where that is known; the file does not say how large images are, which is the clip's to tell.
 * @throws AnnotationError `annotation-damaged`, `annotation-clip-needed`, `annotation-too-large`
 */
export function cvatJsonRead(text: string, clip: ClipFacts): AnnotationRead {
  const file = jsonRead(text, cvatSchema, FORMAT);
  const jobs = Array.isArray(file) ? file : [file];
  if (jobs.every(({ shapes, tracks, tags }) => shapes === null && tracks === null && tags === null)) {
    throw annotationDamaged(FORMAT, jobs.length === 0 ? '' : 'shapes');
  }
  const size = annotationSize(null, clip.size, FORMAT);
  const unread: string[] = [];
  const things: CvatThing[] = [];
  for (const [at, job] of jobs.entries()) {
    const place = Array.isArray(file) ? `[${at}].` : '';
    for (const _ of job.tags ?? []) unread.push('tag');
    for (const [i, shape] of (job.shapes ?? []).entries()) {
      const form = formRead(shape, size, `${place}shapes[${i}]`);
      if (form === null) {
        unread.push(shape.type);
        continue;
      }
      const key = { index: shape.frame, isOutside: false, form, attributes: attributesRead(shape) };
      things.push({
        said: { ...saidOf(shape), track: null },
        keys: [key],
        attributes: new Map(),
        stop: null,
      });
    }
    for (const [i, track] of (job.tracks ?? []).entries()) {
      for (const _ of track.elements ?? []) unread.push('skeleton');
      const keys = track.shapes.flatMap((shape, k) => {
        const form = formRead(shape, size, `${place}tracks[${i}].shapes[${k}]`);
        if (form === null) unread.push(shape.type);
        const { frame: index, outside } = shape;
        const attributes = attributesRead(shape);
        return form === null ? [] : [{ index, isOutside: outside ?? false, form, attributes }];
      });
      things.push({
        said: { ...saidOf(track), track: things.length + 1 },
        keys,
        attributes: attributesRead(track),
        stop: clip.frames,
      });
    }
  }
  return cvatRead(things, unread, { labels: [], size, frames: null }, clip);
}

function saidOf({ label, label_id, group }: Pick<Drawn, 'label' | 'label_id' | 'group'>) {
  // CVAT has the group 0 for none.
  return { label: label ?? `label ${label_id ?? ''}`.trim(), group: group || null };
}

function attributesRead({ attributes }: Pick<Drawn, 'attributes'>): ReadonlyMap<string, string> {
  return new Map(
    (attributes ?? []).flatMap(({ name, value }) =>
      name === null || value === null ? [] : [[name, String(value)] as const],
    ),
  );
}

/** @returns null for what is not read, such as an ellipse */
function formRead(
  shape: Omit<Drawn, keyof typeof labelFields>,
  size: PxSize,
  place: string,
): ShapeForm | null {
  const points = shape.points ?? [];
  const form = (() => {
    switch (shape.type) {
      case 'rectangle':
        return points.length === 4 ? boxForm(points, shape.rotation ?? 0) : null;
      case 'polygon':
      case 'polyline':
        return points.length % 2 === 0 ? pathForm(shape.type, pointPairs(points)) : null;
      case 'mask': {
        // Behind the runs stand the corners of the rectangle, its last pixel within.
        const [left, top, right, bottom] = points.slice(-4) as [number, number, number, number];
        if (points.length < 5) return null;
        const box = { left, top, width: right - left + 1, height: bottom - top + 1 };
        return maskForm({ kind: 'mask', ...box, runs: points.slice(0, -4) }, size);
      }
      default:
        return 'unread';
    }
  })();
  if (form === null) throw annotationDamaged(FORMAT, `${place}.points`);
  return form === 'unread' ? null : form;
}
