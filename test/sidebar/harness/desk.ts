import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Addon, createWorkbook, loadAddon, type Workbook } from '../../../host';

/** Stands in for Google's client: each call goes to the add-on in this process and comes back as JSON. */
const client = `
  const runner = (succeed, fail) => new Proxy({}, { get: (_, name) => {
    if (name === 'withSuccessHandler') return (handler) => runner(handler, fail);
    if (name === 'withFailureHandler') return (handler) => runner(succeed, handler);
    return (...args) => {
      fetch('/run/' + name, { method: 'POST', body: JSON.stringify(args) })
        .then((response) => response.json().then((answer) => (response.ok ? succeed(answer) : fail(new Error(answer)))))
        .catch(() => fail(new Error('NetworkError: Connection failure due to HTTP 0')));
    };
  } });
  window.google = { script: { run: runner(() => {}, () => {}) } };
`;

/** The sidebar as wide as Google shows it. */
const frame =
  '<!doctype html><body style="margin:0;background:#888"><iframe src="/sidebar" style="border:0;width:300px;height:100vh"></iframe></body>';

/** A workbook with the built add-on in it, and its sidebar on an address of this machine. */
export interface Desk {
  readonly workbook: Workbook;
  readonly addon: Addon;
  /** Another person at the same workbook. */
  readonly other: Addon;
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the sidebar of the add-on built into `folder`, for a user of that locale. */
export async function deskOf(folder: string, locale: string): Promise<Desk> {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const workbook = createWorkbook({ locale, title: 'Plan' });
  const print = (level: string, ...values: readonly unknown[]): void => console.log(`[${level}]`, ...values);
  const addon = loadAddon({ code: read('Code.js'), workbook, user: { email: 'one@example.com', locale }, print });
  const other = loadAddon({ code: read('Code.js'), workbook, user: { email: 'two@example.com', locale }, print });
  const page = read('Sidebar.html').replace('<head>', `<head><script>${client}</script>`);
  const server = createServer((request, response) => {
    const [, verb, name = ''] = (request.url ?? '').split('/');
    if (verb !== 'run') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(verb === 'sidebar' ? page : frame);
      return;
    }
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      try {
        const args: readonly unknown[] = JSON.parse(body);
        response.end(JSON.stringify(addon.run(name, ...args) ?? null));
      } catch (error) {
        console.log(`${name}:`, error);
        response.statusCode = 500;
        response.end(JSON.stringify(String(error)));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    workbook,
    addon,
    other,
    address: `http://127.0.0.1:${port}/sidebar`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
