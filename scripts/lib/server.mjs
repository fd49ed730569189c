import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import Negotiator from 'negotiator';
import send from 'send';
import { ENCODED_ENDS } from './compressed-files.mjs';
import { MIME } from './mime-types.mjs';
import { responseHeaders } from './response-headers.mjs';

/** Files whose names carry a hash of what is in them never change. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** @typedef {keyof typeof ENCODED_ENDS} Encoding */

/**
 * @typedef {object} ServeOptions
 * @property {string} folder what is served
 * @property {number} port the first port tried; 0 for any
 * @property {string} [host] 127.0.0.1 unless told otherwise, so that nobody else on the network sees it
 * @property {number} [portsTried] how many ports in a row to try, 1 for that port only
 * @property {readonly string[]} [framedBy] origins of other sites that may show it in a frame; none unless told
 * @property {boolean} [isPlain] whether it sends no headers of its own, as a plain static host; false unless told
 */

/**
 * The file that a URL path asks for, or null where it leads out of the folder or is no path.
 * @param {string} folder
 * @param {string} url path and query as in the request line
 */
export function fileOfUrl(folder, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return null;
  }
  if (!path.startsWith('/') || path.includes('\0')) return null;
  const root = resolve(folder);
  const file = resolve(root, `.${path}`);
  if (file !== root && !file.startsWith(root + sep)) return null;
  return path.endsWith('/') ? join(file, 'index.html') : file;
}

/**
 * The file that a path names once links are followed, or null where that is no file or lies outside of the folder.
 * @param {string} root the folder, without links
 * @param {string} file
 */
async function fileFind(root, file) {
  const path = await realpath(file).catch(() => null);
  if (path === null || !path.startsWith(root + sep)) return null;
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, changedMs: found.mtimeMs } : null;
}

/**
 * The file to send for one that is asked for: a compressed one made of it, where there is one that the client takes.
 * @param {string} root
 * @param {string} asked
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<{ path: string, encoding: Encoding | null } | null>}
 */
async function fileChoose(root, asked, request) {
  const plain = await fileFind(root, asked);
  // Parts of a file are counted in the bytes of the plain one.
  if (plain === null || request.headers.range !== undefined) return plain && { ...plain, encoding: null };
  const offered = /** @type {Encoding[]} */ (Object.keys(ENCODED_ENDS));
  const accepted = new Negotiator(request).encodings(offered);
  for (const encoding of offered) {
    if (!accepted.includes(encoding)) continue;
    const encoded = await fileFind(root, asked + ENCODED_ENDS[encoding]);
    if (encoded !== null && encoded.changedMs >= plain.changedMs) return { path: encoded.path, encoding };
  }
  return { ...plain, encoding: null };
}

/**
 * @param {ServeOptions} options
 * @returns {import('node:http').RequestListener}
 */
function listenerCreate({ folder, framedBy = [], isPlain = false }) {
  const headers = isPlain ? {} : responseHeaders(framedBy);
  return async (request, response) => {
    const url = request.url ?? '/';
    /** @param {number} status @param {string} text */
    const refuse = (status, text) => {
      response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.\n');
    const asked = fileOfUrl(folder, url);
    const root = await realpath(folder).catch(() => null);
    const chosen = asked === null || root === null ? null : await fileChoose(root, asked, request);
    if (asked === null || root === null || chosen === null) return refuse(404, 'There is nothing here.\n');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Content-Type', MIME[extname(asked).toLowerCase()] ?? 'application/octet-stream');
    response.setHeader('Vary', 'Accept-Encoding');
    if (chosen.encoding !== null) response.setHeader('Content-Encoding', chosen.encoding);
    const isHashed = HASHED.test(asked.replaceAll(sep, '/'));
    if (!isHashed) response.setHeader('Cache-Control', 'no-cache');
    const path = relative(root, chosen.path).split(sep).map(encodeURIComponent).join('/');
    send(request, path, { root, cacheControl: isHashed, immutable: true, maxAge: YEAR_MS })
      .once('error', (/** @type {{ status: number, headers?: Record<string, string> }} */ error) => {
        if (response.headersSent) return response.destroy();
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        for (const [name, value] of Object.entries(error.headers ?? {})) response.setHeader(name, value);
        refuse(error.status, 'This cannot be given.\n');
      })
      .pipe(response);
  };
}

/**
 * Serves a folder, on the next free port where the first is taken.
 * @param {ServeOptions} options
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>}
 */
export async function folderServe(options) {
  const { port, host = '127.0.0.1', portsTried = 20 } = options;
  const server = createServer(listenerCreate(options));
  for (let offset = 0; ; offset++) {
    try {
      await new Promise((done, fail) => {
        server.once('error', fail);
        server.listen(port + offset, host, () => {
          server.removeListener('error', fail);
          done(undefined);
        });
      });
      break;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      const isLast = offset + 1 >= portsTried || port + offset + 1 > 65535;
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || isLast) throw error;
    }
  }
  const bound = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}/`,
    port: bound.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
