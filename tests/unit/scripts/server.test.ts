import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compressedWrite } from '../../../scripts/lib/compressed-files.mjs';
import { framedByRead } from '../../../scripts/lib/response-headers.mjs';
import { serveOptionsRead } from '../../../scripts/lib/serve-options.mjs';
import { fileOfUrl, folderServe } from '../../../scripts/lib/server.mjs';

type Server = Awaited<ReturnType<typeof folderServe>>;

let folder = '';
const servers: Server[] = [];

async function serve(options: Partial<Parameters<typeof folderServe>[0]> = {}): Promise<Server> {
  const server = await folderServe({ folder, port: 0, ...options });
  servers.push(server);
  return server;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-served-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'index.html'), '<p>home</p>');
  writeFileSync(join(folder, 'sub', 'index.html'), '<p>sub</p>');
  writeFileSync(join(folder, 'assets', 'tf-D4k2_x9Q.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(folder, 'a b.json'), '{}');
});

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks as a client that tidies no path up and unpacks nothing, which `fetch` does. */
function ask(
  server: Server,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', fail);
      response.once('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.once('error', fail);
    asked.end();
  });
}

const statusOf = async (server: Server, path: string, method = 'GET') =>
  (await ask(server, path, { method })).status;

describe('the server', () => {
  test('gives the page with headers for isolation and privacy', async () => {
    const response = await fetch((await serve()).address);
    expect(await response.text()).toBe('<p>home</p>');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'content-security-policy': expect.stringContaining("connect-src 'self'"),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
  });

  test('leaves them away where it plays a plain host', async () => {
    const response = await fetch((await serve({ isPlain: true })).address);
    expect(response.headers.get('cross-origin-embedder-policy')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBeNull();
  });

  test('gives wasm as such, and hashed files for ever', async () => {
    const response = await fetch(`${(await serve()).address}assets/tf-D4k2_x9Q.wasm`);
    expect(response.headers.get('content-type')).toBe('application/wasm');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(0, 97, 115, 109));
  });

  test.each([
    ['/sub/', 200],
    ['/a%20b.json?x=1', 200],
    ['/absent', 404],
    ['/sub', 404],
    ['/../../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/%', 404],
    ['/a%00', 404],
  ])('answers %s with %i', async (path, status) => {
    expect(await statusOf(await serve(), path)).toBe(status);
  });

  test('answers HEAD without a body and refuses to be written to', async () => {
    const server = await serve();
    const head = await fetch(server.address, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '11', '']);
    expect(await statusOf(server, '/', 'POST')).toBe(405);
  });

  test('keeps a page that has not changed at the client, and nothing but hashed files unasked', async () => {
    const server = await serve();
    const { etag } = (await ask(server, '/')).headers;
    const again = await ask(server, '/', { headers: { 'If-None-Match': etag! } });
    expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([304, 0, 'no-cache']);
    expect(again.headers['content-security-policy']).toContain("default-src 'self'");
    writeFileSync(join(folder, 'index.html'), '<p>a new home</p>');
    const changed = await ask(server, '/', { headers: { 'If-None-Match': etag! } });
    expect([changed.status, String(changed.body)]).toEqual([200, '<p>a new home</p>']);
    expect((await ask(server, '/a%20b.json')).headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['bytes=2-5', 206, 'bytes 2-5/11', '>hom'],
    ['bytes=7-', 206, 'bytes 7-10/11', '</p>'],
    ['bytes=-4', 206, 'bytes 7-10/11', '</p>'],
    ['bytes=11-', 416, 'bytes */11', 'This cannot be given.\n'],
    ['lines=1-2', 200, undefined, '<p>home</p>'],
  ])('gives %s of a page as %i', async (range, status, told, text) => {
    await compressedWrite(folder);
    const answer = await ask(await serve(), '/', { headers: { Range: range, 'Accept-Encoding': 'br' } });
    expect([answer.status, answer.headers['content-range'], String(answer.body)]).toEqual([
      status,
      told,
      text,
    ]);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers['cross-origin-embedder-policy']).toBe('require-corp');
  });

  test('gives a part again only as long as the file is the same', async () => {
    const server = await serve();
    const modified = (await ask(server, '/')).headers['last-modified']!;
    const headers = { Range: 'bytes=0-2', 'If-Range': modified };
    expect((await ask(server, '/', { headers })).status).toBe(206);
    utimesSync(join(folder, 'index.html'), new Date(), new Date(Date.now() + 60_000));
    expect((await ask(server, '/', { headers })).status).toBe(200);
  });

  test.runIf(process.platform !== 'win32')('follows no link out of the folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'batsign-outside-'));
    try {
      writeFileSync(join(outside, 'secret.txt'), 'secret');
      symlinkSync(join(outside, 'secret.txt'), join(folder, 'file.txt'));
      symlinkSync(outside, join(folder, 'linked'));
      symlinkSync(join(outside, 'secret.txt'), join(folder, 'index.html.br'));
      symlinkSync(join(folder, 'a b.json'), join(folder, 'inside.json'));
      const server = await serve();
      expect(await statusOf(server, '/file.txt')).toBe(404);
      expect(await statusOf(server, '/linked/secret.txt')).toBe(404);
      const page = await ask(server, '/', { headers: { 'Accept-Encoding': 'br' } });
      expect([page.headers['content-encoding'], String(page.body)]).toEqual([undefined, '<p>home</p>']);
      expect(await statusOf(server, '/inside.json')).toBe(200);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });

  test('lets nobody else frame it unless they are named, and asks for the camera alone', async () => {
    const { headers } = await ask(await serve(), '/');
    expect(headers['content-security-policy']).toMatch(/; frame-ancestors 'self'$/);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('camera=(self)');
    expect(headers['permissions-policy']).toContain('microphone=()');
    const framed = await ask(await serve({ framedBy: ['https://learn.example.org'] }), '/');
    expect(framed.headers['content-security-policy']).toMatch(
      /; frame-ancestors 'self' https:\/\/learn\.example\.org$/,
    );
    expect(framed.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  test('takes the next port where one is taken, and fails where it may try that one only', async () => {
    const first = await serve();
    const second = await serve({ port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect((await fetch(second.address)).status).toBe(200);
    await expect(serve({ port: first.port, portsTried: 1 })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

test('no path leads out of the folder, not even to a neighbour with the same beginning', () => {
  expect(fileOfUrl('/srv/dist', '/x.js')).toBe(resolve('/srv/dist/x.js'));
  expect(fileOfUrl('/srv/dist', '/')).toBe(resolve('/srv/dist/index.html'));
  expect(fileOfUrl('/srv/dist', '/..%2fdist-secret/x')).toBeNull();
  expect(fileOfUrl('/srv/dist', 'http://elsewhere/')).toBeNull();
});

describe('compressed files', () => {
  const script = `export const numbers = ${JSON.stringify([...Array(400).keys()])};`;

  beforeEach(async () => {
    writeFileSync(join(folder, 'assets', 'index-CEE9zDv_.js'), script);
    await compressedWrite(folder);
  });

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['zstd', undefined],
    ['identity', undefined],
    ['', undefined],
  ])('a client that takes "%s" is given %s', async (accepted, encoding) => {
    const { headers, body } = await ask(await serve(), '/assets/index-CEE9zDv_.js', {
      headers: { 'Accept-Encoding': accepted },
    });
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect(headers['content-encoding']).toBe(encoding);
    const unpack = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : Buffer.from;
    expect(String(unpack(body))).toBe(script);
    if (encoding !== undefined) expect(body.length).toBeLessThan(script.length / 2);
  });

  test('each has a tag of its own', async () => {
    const server = await serve();
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async (accepted) =>
          (await ask(server, '/assets/index-CEE9zDv_.js', { headers: { 'Accept-Encoding': accepted } }))
            .headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test('one that is older than its file is not given', async () => {
    const file = join(folder, 'assets', 'index-CEE9zDv_.js');
    const later = new Date(statSync(`${file}.br`).mtimeMs + 60_000);
    utimesSync(file, later, later);
    const { headers } = await ask(await serve(), '/assets/index-CEE9zDv_.js', {
      headers: { 'Accept-Encoding': 'br, gzip' },
    });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('are made only where they are smaller', () => {
    const madeOf = (name: string) =>
      statSync(join(folder, `${name}.br`), { throwIfNoEntry: false }) !== undefined;
    expect(madeOf('assets/index-CEE9zDv_.js')).toBe(true);
    expect(madeOf('assets/tf-D4k2_x9Q.wasm')).toBe(false);
  });
});

test('what is served where, and who may frame it, is read from the environment', () => {
  expect(serveOptionsRead({})).toEqual({ port: 8080, host: '127.0.0.1', framedBy: [] });
  expect(
    serveOptionsRead({ PORT: '80', BATSIGN_HOST: '0.0.0.0', BATSIGN_FRAMED_BY: 'https://a.example' }),
  ).toEqual({ port: 80, host: '0.0.0.0', framedBy: ['https://a.example'] });
  for (const text of ['-1', '65536', '80.5', 'http', '0x50', ' 80']) {
    expect(() => serveOptionsRead({ PORT: text })).toThrow(`"${text}" is no port`);
  }
});

test('who may frame the game is named by origins', () => {
  expect(framedByRead('https://a.example, http://*.b.example:8080')).toEqual([
    'https://a.example',
    'http://*.b.example:8080',
  ]);
  for (const text of ['*', "'none'", 'a.example', 'https://a.example/course', 'https://a.example;']) {
    expect(() => framedByRead(text)).toThrow('is no origin');
  }
});
