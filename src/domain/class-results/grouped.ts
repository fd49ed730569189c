/** Lists by key, in the order in which the keys came first. */
export function grouped<Of>(list: readonly Of[], keyOf: (one: Of) => string): ReadonlyMap<string, Of[]> {
  const groups = new Map<string, Of[]>();
  for (const one of list) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return groups;
}
