/** `a-lines.es.yaml`: the texts of `a-lines.yaml` in Spanish. */
const NAME = /^(.*)\.([a-z]{2,3})\.yaml$/;

export interface TranslationName {
  /** The scenario's own file, with its path as it was given. */
  readonly original: string;
  /** As in the file's name, e.g. `es`. */
  readonly language: string;
}

/** The scenario and the language of a file of texts; null for every other file. */
export function translationName(path: string): TranslationName | null {
  const [, stem, language] = NAME.exec(path) ?? [];
  return stem === undefined || language === undefined ? null : { original: `${stem}.yaml`, language };
}
