/** A file of a package by its place in it, which says what it is. */
export type PackagePart =
  | { readonly kind: 'scenario'; readonly scenario: string }
  /** The texts of a scenario in another language. */
  | { readonly kind: 'texts'; readonly scenario: string; readonly language: string }
  /** A file of a clip, as the library keeps it. */
  | { readonly kind: 'clip'; readonly clip: string; readonly name: string }
  /** An expert's key as a picture, for other programs; the game reads the one in the scenario. */
  | { readonly kind: 'key'; readonly scenario: string; readonly image: string; readonly index: number };

const NAME = '([a-z0-9]+(?:[-_][a-z0-9]+)*)';
const UUID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';

const SCENARIO = new RegExp(`^scenarios/${NAME}\\.yaml$`);
const TEXTS = new RegExp(`^scenarios/${NAME}\\.([a-z]{2,3})\\.yaml$`);
const CLIP = new RegExp(`^clips/${UUID}/(clip\\.json|frames\\.bin|name\\.json)$`);
const KEY = new RegExp(`^keys/${NAME}/${NAME}/(0|[1-9][0-9]{0,5})\\.png$`);

/** Longer than any name of a part. */
const LENGTH_MAX = 200;

/** The part that lies at a path; null where none can. A path is never taken for one of the device. */
export function packagePartRead(path: string): PackagePart | null {
  if (path.length > LENGTH_MAX) return null;
  const [, scenario] = SCENARIO.exec(path) ?? [];
  if (scenario !== undefined) return { kind: 'scenario', scenario };
  const [, original, language] = TEXTS.exec(path) ?? [];
  if (original !== undefined) return { kind: 'texts', scenario: original, language: language! };
  const [, clip, name] = CLIP.exec(path) ?? [];
  if (clip !== undefined) return { kind: 'clip', clip, name: name! };
  const [, keyed, image, index] = KEY.exec(path) ?? [];
  if (keyed !== undefined) return { kind: 'key', scenario: keyed, image: image!, index: Number(index) };
  return null;
}

export function packagePartPath(part: PackagePart): string {
  switch (part.kind) {
    case 'scenario':
      return `scenarios/${part.scenario}.yaml`;
    case 'texts':
      return `scenarios/${part.scenario}.${part.language}.yaml`;
    case 'clip':
      return `clips/${part.clip}/${part.name}`;
    case 'key':
      return `keys/${part.scenario}/${part.image}/${part.index}.png`;
  }
}
