/** How a package's scenarios and courses are told from all others on the device; shipped names have no dot. */
const SEPARATOR = '.';
const DIGITS = 8;

/** The name of a scenario or course of a package, as learners' records have it. */
export function packageNameOf(packageId: string, name: string): string {
  return `${packageId.slice(0, DIGITS)}${SEPARATOR}${name}`;
}

/** The first digits of the package's id and the name within it; null for a shipped one. */
export function packageNameRead(name: string): { readonly digits: string; readonly name: string } | null {
  const at = name.indexOf(SEPARATOR);
  return at === DIGITS ? { digits: name.slice(0, at), name: name.slice(at + 1) } : null;
}
