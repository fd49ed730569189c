import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { CONTENT_POLICY } from './content-policy.mjs';

/** @type {Readonly<Record<string, string>>} */
const MIME = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.onnx': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml; charset=utf-8',
};

/** Cross-origin isolation, without which a page gets no SharedArrayBuffer and so no wasm threads; and privacy. */
const HEADERS = {
  'Content-Security-Policy': CONTENT_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Files whose names carry a hash of what is in them never change. */
const HASHED = /\/assets\/.+-[\w-]{8,}\.\w+$/;

/**
 * @typedef {object} ServeOptions
 * @property {string} folder what is served
 * @property {number} port the first port tried; 0 for any
 * @property {string} [host] 127.0.0.1 unless told otherwise, so that nobody else on the network sees it
 * @property {number} [portsTried] how many ports in a row to try, 1 for that port only
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
 * @param {ServeOptions} options
 * @returns {import('node:http').RequestListener}
 */
function listenerCreate({ folder, isPlain = false }) {
  return async (request, response) => {
    const url = request.url ?? '/';
    /** @type {Record<string, string>} */
    const headers = isPlain ? {} : HEADERS;
    /** @param {number} status @param {string} text */
    const refuse = (status, text) => {
      response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD.\n');
    const file = fileOfUrl(folder, url);
    const found = file === null ? null : await stat(file).catch(() => null);
    if (file === null || !found?.isFile()) return refuse(404, 'There is nothing here.\n');
    response.writeHead(200, {
      ...headers,
      'Content-Type': MIME[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': String(found.size),
      'Cache-Control': HASHED.test(url) ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .once('error', () => response.destroy())
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

/**
 * A port number out of text such as the PORT variable.
 * @param {string} text
 */
export function portRead(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new Error(`"${text}" is no port: give a whole number from 0 to 65535.`);
}
