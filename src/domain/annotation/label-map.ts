import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { type Annotation, labelsOf, shapesOf } from './annotation.ts';
import { AnnotationError } from './annotation-error.ts';

/** What a label stands for: a finding, itself (it is kept as it is), or nothing (its shapes are left out). */
export type LabelChoice = MarkableFinding | 'keep' | 'leave_out';

export type LabelChoices = Readonly<Record<string, LabelChoice>>;

/** A label of a file, how often it is drawn, and what it is proposed to stand for; null: a person has to say. */
export interface LabelUse {
  readonly label: string;
  readonly shapes: number;
  readonly proposal: LabelChoice | null;
}

/**
 * Names that annotators give the findings, in English and Spanish, without spaces, marks and accents. Where lung
 * sliding is drawn, it is drawn along the pleural line.
 */
const SYNONYMS: Readonly<Record<MarkableFinding, readonly string[]>> = {
  rib: ['rib', 'ribs', 'ribline', 'ribsurface', 'costilla', 'costillas'],
  pleural_line: [
    'pleuralline',
    'pleurallines',
    'pleura',
    'pleuraline',
    'pleuralines',
    'pleural',
    'pleuralsliding',
    'lungsliding',
    'lungslidingpresent',
    'lungslidingabsent',
    'lineapleural',
    'lineaspleurales',
  ],
  a_line: ['aline', 'alines', 'lineaa', 'lineasa'],
  b_line: ['bline', 'blines', 'singlebline', 'comettail', 'lungrocket', 'lineab', 'lineasb'],
  b_line_confluence: [
    'blineconfluence',
    'blineconfluences',
    'confluence',
    'confluent',
    'confluentbline',
    'confluentblines',
    'coalescentbline',
    'coalescentblines',
    'mergedblines',
    'whitelung',
    'confluencia',
    'lineasbconfluentes',
  ],
  pleural_effusion: ['pleuraleffusion', 'effusion', 'pleuralfluid', 'derrame', 'derramepleural'],
  consolidation: [
    'consolidation',
    'consolidations',
    'lungconsolidation',
    'subpleuralconsolidation',
    'consolidacion',
  ],
};

const FINDING_OF = new Map(
  MARKABLE_FINDINGS.flatMap((finding) => SYNONYMS[finding].map((name) => [name, finding] as const)),
);

function plain(label: string): string {
  return label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The finding that a label most likely stands for; null where none is known by such a name. */
export function labelPropose(label: string): MarkableFinding | null {
  return FINDING_OF.get(plain(label)) ?? null;
}

/** All labels of an annotation, in its order. */
export function labelUses(annotation: Annotation): readonly LabelUse[] {
  const shapes = new Map<string, number>();
  for (const { label } of shapesOf(annotation)) shapes.set(label, (shapes.get(label) ?? 0) + 1);
  return annotation.labels.map((label) => ({
    label,
    shapes: shapes.get(label) ?? 0,
    proposal: labelPropose(label),
  }));
}

/**
 * The annotation with its labels as what they stand for: what was chosen goes before what is proposed. Labels that
 * nothing is drawn by may stay without an answer.
 * @throws AnnotationError `annotation-label`, naming the first label that neither is chosen for nor proposed
 */
export function labelsApply(annotation: Annotation, chosen: LabelChoices): Annotation {
  const choices = new Map<string, LabelChoice>();
  const asked: string[] = [];
  for (const { label, shapes, proposal } of labelUses(annotation)) {
    const choice = (Object.hasOwn(chosen, label) ? chosen[label] : null) ?? proposal;
    if (choice !== null) choices.set(label, choice);
    else if (shapes > 0) asked.push(label);
  }
  const [first] = asked;
  if (first !== undefined) {
    throw new AnnotationError('annotation-label', {
      code: 'annotationLabelUnknown',
      label: first,
      others: asked.length - 1,
    });
  }
  const named = (label: string): string | null => {
    const choice = choices.get(label) ?? 'keep';
    return choice === 'keep' ? label : choice === 'leave_out' ? null : choice;
  };
  const frames = annotation.frames.flatMap(({ index, shapes }) => {
    const kept = shapes.flatMap((shape) => {
      const label = named(shape.label);
      return label === null ? [] : [{ ...shape, label }];
    });
    return kept.length === 0 ? [] : [{ index, shapes: kept }];
  });
  const listed = annotation.labels.flatMap((label) => named(label) ?? []);
  return { ...annotation, frames, labels: labelsOf(listed, frames) };
}

/** The finding that a shape is of, once its labels are mapped; null for a label that was kept as it is. */
export function findingOfLabel(label: string): MarkableFinding | null {
  return (MARKABLE_FINDINGS as readonly string[]).includes(label) ? (label as MarkableFinding) : null;
}
