/**
 * How many random cases of a property are tried: a few in `npm test`, many in `npm run test:long`.
 * @param few as many as find a plain fault
 * @param many as many as find a rare one
 */
export function repetitions(few: number, many: number): number {
  return process.env.BATSIGN_LONG === undefined ? few : many;
}
