/** `HHHH:MM:SS.SS`, as SCORM 1.2 writes how long something took (CMITimespan). */
export function scorm12Timespan(seconds: number): string {
  const hundredths = Math.min(Math.round(Math.max(0, seconds) * 100), 9999 * 360_000 + 359_999);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  const rest = hundredths % 6000;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(Math.floor(rest / 100))}.${two(rest % 100)}`;
}

/** `PT1H2M3.45S`, as SCORM 2004 and xAPI write how long something took (ISO 8601). */
export function isoDuration(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor((hundredths % 360_000) / 6000);
  const rest = (hundredths % 6000) / 100;
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest}S`;
}

/** Seconds of either form; null where the text is of neither. Years and months are not told in seconds. */
export function timespanSeconds(text: string): number | null {
  const [, h12, m12, s12] = /^(\d{2,4}):(\d\d):(\d\d(?:\.\d{1,2})?)$/.exec(text) ?? [];
  if (s12 !== undefined) return Number(h12) * 3600 + Number(m12) * 60 + Number(s12);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (iso === null || text === 'P' || text.endsWith('T')) return null;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = iso;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
