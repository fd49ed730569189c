import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileOfUrl, folderServe, portRead } from '../../../scripts/lib/server.mjs';

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

/** Asks as a client that does not tidy paths up, which `fetch` does. */
function statusOf(server: Server, path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    asked.once('error', fail);
    asked.end();
  });
}

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

test('a port is a whole number up to 65535', () => {
  expect(portRead('8080')).toBe(8080);
  for (const text of ['', '-1', '65536', '80.5', 'http', '0x50', ' 80']) {
    expect(() => portRead(text)).toThrow(`"${text}" is no port`);
  }
});
