/** Where statements may be sent if nobody says so: any place that a launch names. */
export const ENDPOINTS_ANY = 'https:';

/** The origin of an address, as a page's policy names it; null where it is no address of a server. */
export function endpointOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.origin : null;
}
