import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Serving, serving } from '../../host/serve/server';

const folder = mkdtempSync(join(tmpdir(), 'region-targets-served-'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'main.js'), '1');

let served: Serving;
let beside: Serving;
beforeAll(async () => {
  served = await serving({ page: folder, addon: folder }, 0);
  // Its port is taken.
  beside = await serving({ page: folder, addon: folder }, Number(new URL(served.address).port));
});
afterAll(async () => {
  await Promise.all([served.close(), beside.close()]);
  rmSync(folder, { recursive: true });
});

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly host?: string;
}

/** What the server answers, as it comes: redirections are not followed. */
function asked(address: string, { path = '/', method = 'GET', host }: Asked) {
  return new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }>(
    (resolve, reject) => {
      const { port } = new URL(address);
      const options = { host: '127.0.0.1', port, path, method, headers: { host: host ?? `127.0.0.1:${port}` } };
      request(options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

const cases: readonly (readonly [what: string, asked: Asked, status: number])[] = [
  ['the page', {}, 200],
  ['a workbook’s address', { path: '/d/one/edit' }, 200],
  ['its head alone', { method: 'HEAD' }, 200],
  ['a script', { path: '/main.js' }, 200],
  ['where it is served', { path: '/served.json' }, 200],
  ['an icon', { path: '/favicon.ico' }, 204],
  ['what there is not', { path: '/nothing.js' }, 404],
  ['what leads out of the folder', { path: '/..%2f..%2fetc/passwd' }, 404],
  ['an address that cannot be read', { path: '/%E0%A4%A' }, 404],
  ['another method', { method: 'POST' }, 405],
  ['another name for this machine', { host: 'evil.example' }, 403],
  ['localhost', { host: 'localhost:8420' }, 308],
];

test.each(cases)('%s comes with all security headers', async (_, what, status) => {
  const { status: got, headers, body } = await asked(served.address, what);
  expect(got).toBe(status);
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/default-src 'self'.*frame-ancestors 'none'/),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  if (what.method === 'HEAD') expect(body).toBe('');
});

/** What the server answers to some text that comes over the line. */
function answerTo(address: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(parts).toString()));
  });
}

test.each([
  ['what is no request', 'HELLO\r\n\r\n', 400],
  ['a request without a host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 403],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: more\r\nConnection: close\r\n\r\n', 417],
  ['headers that are too long', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('the answer to %s has all security headers', async (_, text, status) => {
  const answer = await answerTo(served.address, text);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  for (const header of [
    /^content-security-policy: default-src 'self'.*frame-ancestors 'none'/im,
    /^x-frame-options: DENY/im,
    /^x-content-type-options: nosniff/im,
    /^referrer-policy: no-referrer/im,
    /^cross-origin-resource-policy: same-origin/im,
    /^cross-origin-opener-policy: same-origin/im,
  ])
    expect(answer).toMatch(header);
});

test('under its other name the page is sent to the address by which its workbooks are kept', async () => {
  const { headers } = await asked(served.address, { path: '/d/one/edit?lang=en', host: 'localhost:81' });
  expect(headers.location).toBe('http://127.0.0.1:81/d/one/edit?lang=en');
});

test('where the port is taken it is another, and the page is told where the usual one is', async () => {
  expect([served.isUsual, beside.isUsual]).toEqual([true, false]);
  expect(beside.address).not.toBe(served.address);
  expect(JSON.parse((await asked(beside.address, { path: '/served.json' })).body)).toEqual({ usual: served.address });
  expect(JSON.parse((await asked(served.address, { path: '/served.json' })).body)).toEqual({});
});
