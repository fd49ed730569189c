import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gamePack } from '../../../scripts/lib/pack.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';

const folder = mkdtempSync(join(tmpdir(), 'batsign-pack-'));
const built = join(folder, 'dist');
const unpacked = join(folder, 'unpacked', 'batsign');
let files: Readonly<Record<string, Uint8Array>> = {};
const started: ChildProcess[] = [];

beforeAll(() => {
  mkdirSync(join(built, 'assets'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<title>Batsign</title>');
  writeFileSync(join(built, 'index.html.br'), 'compressed');
  writeFileSync(join(built, 'assets', 'tf.wasm'), Buffer.from([0, 97, 115, 109]));
  writeFileSync(join(folder, 'secret.txt'), 'not for the browser');
  files = unzipSync(gamePack(built));
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, 'unpacked', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
});

afterAll(() => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

function portFree(): string {
  return execFileSync(process.execPath, [join(ROOT, 'scripts/lib/port-free.mjs')], {
    encoding: 'utf8',
  }).trim();
}

/** The first line that a start says, and the process. */
async function startedSay(port: string): Promise<string> {
  const script = join(unpacked, 'start-mac-linux.command');
  chmodSync(script, 0o755);
  const child = spawn(script, ['--port', port, '--quiet'], { env: { ...process.env, BROWSER: 'true' } });
  started.push(child);
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes('\n')) done(said.split('\n', 1)[0]!);
    });
    child.on('exit', () => done(said.trim()));
    child.on('error', fail);
  });
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const ask = (port: string, path: string): Promise<Answer> =>
  new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });

test('everything lies in one folder, without what only a host needs, and the same each time', () => {
  const paths = Object.keys(files);
  expect(paths.every((path) => path.startsWith('batsign/'))).toBe(true);
  expect(paths).toEqual(
    expect.arrayContaining([
      'batsign/read-me.txt',
      'batsign/LICENSE.txt',
      'batsign/start-windows.cmd',
      'batsign/start-mac-linux.command',
      'batsign/serve.cs',
      'batsign/serve.ps1',
      'batsign/serve.py',
      'batsign/game/index.html',
      'batsign/game/assets/tf.wasm',
    ]),
  );
  expect(paths.filter((path) => /\.(br|gz)$/.test(path))).toEqual([]);
  expect(gamePack(built)).toEqual(gamePack(built));
  // Windows reads a command file by its lines' own ends.
  expect(new TextDecoder().decode(files['batsign/start-windows.cmd'])).toMatch(/^(.*\r\n)+$/);
  expect(statSync(join(ROOT, 'scripts/pack/start-mac-linux.command')).mode & 0o111).not.toBe(0);
});

test('it serves the game to this computer, isolated, and nothing beside it', async () => {
  const port = portFree();
  expect(await startedSay(port)).toBe(`Batsign runs at http://localhost:${port}/`);
  const page = await ask(port, '/');
  expect(page.status).toBe(200);
  expect(page.body).toBe('<title>Batsign</title>');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  expect((await ask(port, '/assets/tf.wasm')).headers['content-type']).toBe('application/wasm');
  for (const path of ['/../serve.py', '/..%2fheaders.txt', '/../../../secret.txt', '/assets/', '/none.js']) {
    expect([path, (await ask(port, path)).status]).toEqual([path, 404]);
  }
  // A second start finds the first.
  expect(await startedSay(port)).toBe(`Batsign runs already at http://localhost:${port}/`);
});
