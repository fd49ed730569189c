import { scenarioJsonSchema } from './schema.ts';

export type ScenarioPath = readonly (string | number)[];

interface JsonSchemaNode {
  readonly properties?: Readonly<Record<string, JsonSchemaNode>> & { readonly step?: JsonSchemaNode };
  readonly items?: JsonSchemaNode;
  readonly oneOf?: readonly JsonSchemaNode[];
  readonly anyOf?: readonly JsonSchemaNode[];
  readonly const?: unknown;
}

let root: JsonSchemaNode | null = null;

/** The keys that a scenario file may have at a place; of a list of steps, those of this kind of step. */
export function schemaKeysAt(path: ScenarioPath, file: unknown): readonly string[] {
  root ??= scenarioJsonSchema() as JsonSchemaNode;
  let node: JsonSchemaNode | undefined = variantPick(root, file);
  let value = file;
  for (const part of path) {
    value = valueChild(value, part);
    const child: JsonSchemaNode | undefined =
      typeof part === 'number' ? node?.items : node?.properties?.[part];
    if (child === undefined) return [];
    node = variantPick(child, value);
  }
  return Object.keys(node?.properties ?? {});
}

/** The value under a key or position, undefined where there is none. */
export function valueAt(path: ScenarioPath, file: unknown): unknown {
  return path.reduce<unknown>(valueChild, file);
}

function valueChild(value: unknown, part: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined;
}

function variantPick(node: JsonSchemaNode, value: unknown): JsonSchemaNode | undefined {
  const variants = node.oneOf ?? node.anyOf;
  if (variants === undefined) return node;
  const kind = valueChild(value, 'step');
  return variants.find((variant) => variant.properties?.step?.const === kind);
}
