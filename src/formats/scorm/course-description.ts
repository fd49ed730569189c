/** What a course system shows of a package before anybody opens it. */
export interface CourseDescription {
  /** UUID of the package. */
  readonly id: string;
  readonly title: string;
  /** In a few sentences; may be empty. */
  readonly summary: string;
  /** Of title and summary, e.g. `en`. */
  readonly language: string;
  /** Page to open, as a path in the package. */
  readonly launch: string;
  /** 0-100; null where the scenarios' own pass scores decide. */
  readonly passScore: number | null;
  /** Paths of all files, the launch page among them. */
  readonly files: readonly string[];
}
