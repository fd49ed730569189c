import * as z from 'zod/mini';
import { UUID } from '../digest/uuid.ts';
import { storedTake } from '../stored/stored-read.ts';
import { countSchema } from '../stored/values.ts';
import { PackageError } from './package-error.ts';

/** Of `manifest.json`; raised whenever an older game would misread it. */
const PACKAGE_FORMAT = 2;
/** Before courses said what they are for; written wherever none does, so that an older game reads it. */
const FORMAT_UNSAID = 1;
/** Where the manifest lies in a package. */
export const MANIFEST = 'manifest.json';

/** Bounds of a package, held before anything of it is unpacked. */
export const PACKAGE_LIMITS = {
  /** Characters. */
  manifestLength: 2_000_000,
  parts: 5000,
  bytes: 2_000_000_000,
  /** Of one scenario or its texts. */
  textBytes: 600_000,
  /** Of a key's picture. */
  keyBytes: 2_000_000,
} as const;

/** A text by language, in one at least. */
export type Texts = Readonly<Partial<Record<string, string>>>;

/** A course that a package brings. */
export interface PackageCourse {
  /** As its scenarios name it. */
  readonly id: string;
  readonly title: Texts;
  /** What it is for; left out where its author did not say. */
  readonly summary?: Texts | undefined;
}

/** A file of a package. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: number;
  /** In lower-case hexadecimal digits. */
  readonly sha256: string;
}

/** The list of a package's parts, with who made it. */
export interface PackageManifest {
  /** A UUID; a newer revision of the same package keeps it. */
  readonly id: string;
  /** From 1, raised by its author with each change. */
  readonly revision: number;
  readonly title: Texts;
  /** In which its scenarios were written first, two or three letters; other languages are translations. */
  readonly language: string;
  /** Empty where none is named. */
  readonly author: string;
  /** Such as CC-BY-4.0; empty where none is named. */
  readonly licence: string;
  /** The day on which it was made, as 2026-11-30. */
  readonly madeOn: string;
  /** In the order in which they are taken. */
  readonly courses: readonly PackageCourse[];
  readonly files: readonly PackageFile[];
}

/** Characters of what a course is for. */
export const SUMMARY_LENGTH = 1000;

const line = z.string().check(z.maxLength(200));
const filled = line.check(z.regex(/\S/));
const name = z.string().check(z.maxLength(60), z.regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/));
const language = z.string().check(z.regex(/^[a-z]{2,3}$/));
const textsOf = (text: z.ZodMiniType<string, string>) =>
  z
    .record(language, text)
    .check(z.refine((given) => Object.keys(given).length > 0 && Object.keys(given).length <= 20));
const texts = textsOf(filled);
const uuid = z.string().check(z.regex(UUID));

const file = z.strictObject({
  path: z.string().check(z.maxLength(200)),
  bytes: countSchema,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

const course = z.strictObject({
  id: name,
  title: texts,
  summary: z.optional(textsOf(z.string().check(z.maxLength(SUMMARY_LENGTH), z.regex(/\S/)))),
});

const manifest = z.strictObject({
  format: z.literal([FORMAT_UNSAID, PACKAGE_FORMAT]),
  id: uuid,
  revision: countSchema.check(z.gte(1)),
  title: texts,
  language,
  author: line,
  licence: line,
  made_on: z.iso.date(),
  courses: z.array(course).check(z.maxLength(50)),
  files: z.array(file).check(z.minLength(1)),
});

/**
 * Reads the manifest of a package.
 *
 * @param text JSON
 * @throws PackageError `packageNewer` where it was written for a newer game, `packageUnsound` where it is no manifest,
 *   `packageFull` and `packageLarge` where it names more than is taken
 */
export function packageManifestRead(text: string): PackageManifest {
  const json = text.length > PACKAGE_LIMITS.manifestLength ? null : jsonRead(text);
  if (formatOf(json) > PACKAGE_FORMAT) throw new PackageError({ code: 'packageNewer' });
  const read = storedTake(manifest, json);
  if (read === null) throw new PackageError({ code: 'packageUnsound' });
  const { format: _, made_on: madeOn, ...rest } = read;
  limitsHold(rest.files);
  return { ...rest, madeOn };
}

/** The text that `packageManifestRead` reads. */
export function packageManifestText({ madeOn, ...manifest }: PackageManifest): string {
  const { id, revision, title, language, author, licence, courses, files } = manifest;
  const format = courses.some((one) => one.summary !== undefined) ? PACKAGE_FORMAT : FORMAT_UNSAID;
  const written = { format, id, revision, title, language, author, licence };
  return `${JSON.stringify({ ...written, made_on: madeOn, courses, files }, null, 2)}\n`;
}

/** A text in the language, else in English, else in the first that there is. */
export function textIn(texts: Texts, language: string): string {
  return texts[language] ?? texts.en ?? Object.values(texts)[0] ?? '';
}

function limitsHold(files: readonly PackageFile[]): void {
  const most = PACKAGE_LIMITS.parts;
  if (files.length > most) throw new PackageError({ code: 'packageFull', parts: files.length, most });
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  if (bytes <= PACKAGE_LIMITS.bytes) return;
  const megabytes = Math.ceil(bytes / 1e6);
  throw new PackageError({ code: 'packageLarge', megabytes, most: PACKAGE_LIMITS.bytes / 1e6 });
}

function jsonRead(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function formatOf(json: unknown): number {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : null;
  return typeof format === 'number' ? format : 0;
}
