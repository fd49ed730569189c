import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { MIME } from '../../../scripts/lib/mime-types.mjs';

/** What a course system has of one learner's attempt, as scorm-again commits it. */
export interface CourseKept {
  /** The run-time data of the last commit, by element. */
  cmi: Record<string, string> | null;
  commits: number;
  /** While true every commit is answered with 500. */
  isFailing: boolean;
}

const dist = dirname(createRequire(import.meta.url).resolve('scorm-again/scorm12'));

/** A course system: scorm-again around a package, whose files lie beside it. */
export async function courseServe(zip: Uint8Array, version: 'scorm12' | 'scorm2004') {
  const files = unzipSync(zip);
  const kept: CourseKept = { cmi: null, commits: 0, isFailing: false };
  const script = readFileSync(join(dist, `${version}.js`), 'utf8');
  /** Settings of the run-time, which a test may change. */
  const course = { start: {} as Record<string, string>, delayMs: 0, isThere: true };
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?', 1)[0]!.slice(1));
    if (path === 'commit') {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        kept.commits += 1;
        if (kept.isFailing) {
          response.writeHead(500).end();
          return;
        }
        kept.cmi = JSON.parse(body) as Record<string, string>;
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify({ result: 'true', errorCode: 0 }));
      });
      return;
    }
    if (path === '') {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(framePage(version, course, kept));
      return;
    }
    if (path === 'run-time.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(script);
      return;
    }
    const file = files[path.replace(/^content\//, '')];
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': MIME[extname(path)] ?? 'application/octet-stream' });
    response.end(file);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    files,
    kept,
    course,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function framePage(
  version: 'scorm12' | 'scorm2004',
  { start, delayMs, isThere }: { start: Record<string, string>; delayMs: number; isThere: boolean },
  { cmi }: CourseKept,
): string {
  const [object, kind] = version === 'scorm12' ? ['API', 'Scorm12API'] : ['API_1484_11', 'Scorm2004API'];
  const made = `
    const api = new ${kind}({ lmsCommitUrl: '/commit', autocommit: false, logLevel: 4, dataCommitFormat: 'flattened' });
    api.loadFromFlattenedJSON(${JSON.stringify({ ...cmi, ...start }).replaceAll('<', '\\u003c')}, '');
    window.${object} = api;`;
  return `<!doctype html><html lang="en"><title>A course</title><script src="run-time.js"></script><script>
    ${isThere ? (delayMs === 0 ? made : `setTimeout(() => { ${made} }, ${delayMs});`) : ''}
    </script><iframe id="content" src="content/index.html" style="width:100%;height:90vh;border:0" title="Activity" allow="fullscreen"></iframe>`;
}
