/** Where an input is: a file, or a member of a zip archive. */
export interface InputSource {
  readonly path: string;
  /** Name of the member as `listMembers` gives it; null: the file itself. A label, never a path. */
  readonly member: string | null;
}

export function fileSource(path: string): InputSource {
  return { path, member: null };
}

/** How messages and results name a source: `archive.zip/member.csv`. */
export function sourceLabel({ path, member }: InputSource): string {
  return member === null ? path : `${path}/${member}`;
}
