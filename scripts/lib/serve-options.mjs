import { framedByRead } from './response-headers.mjs';

/**
 * A port number out of text such as the PORT variable.
 * @param {string} text
 * @throws Error where it is none
 */
function portRead(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(`"${text}" is no port: give a whole number from 0 to 65535.`);
}

/**
 * Where the game is served and who may frame it, out of the environment: PORT, BATSIGN_HOST and BATSIGN_FRAMED_BY.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @throws Error where one cannot be read
 */
export function serveOptionsRead(env) {
  return {
    port: portRead(env.PORT || '8080'),
    host: env.BATSIGN_HOST || '127.0.0.1',
    framedBy: framedByRead(env.BATSIGN_FRAMED_BY ?? ''),
  };
}
