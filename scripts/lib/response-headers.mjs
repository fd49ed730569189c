import { CONTENT_POLICY } from './content-policy.mjs';

/** The game's demand of the browser beyond a plain page: the camera alone, for an ultrasound machine's picture. */
const PERMISSIONS_POLICY = [
  'camera=(self)',
  ...[
    'accelerometer',

    'browsing-topics',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-get',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ');

/**
 * Cross-origin isolation, without which a page gets no SharedArrayBuffer and so no wasm threads; privacy; and who may
 * show the game in a frame, which a policy written into the page cannot say.
 * @param {readonly string[]} framedBy origins besides its own that may frame it
 * @returns {Record<string, string>}
 */
export function responseHeaders(framedBy) {
  return {
    'Content-Security-Policy': `${CONTENT_POLICY}; frame-ancestors ${["'self'", ...framedBy].join(' ')}`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    // A course system that is isolated itself may frame only what says that it may be framed.
    'Cross-Origin-Resource-Policy': framedBy.length > 0 ? 'cross-origin' : 'same-origin',
    'Permissions-Policy': PERMISSIONS_POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  };
}

const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i;

/**
 * Origins out of text such as the BATSIGN_FRAMED_BY variable, parted by spaces or commas.
 * @param {string} text
 * @returns {string[]}
 * @throws Error where one is no origin
 */
export function framedByRead(text) {
  const origins = text.split(/[\s,]+/).filter((word) => word !== '');
  for (const origin of origins) {
    if (ORIGIN.test(origin)) continue;
    throw new Error(
      `"${origin}" is no origin: give the course system's address without a path, such as https://learn.example.org.`,
    );
  }
  return origins;
}
