import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

/** Where the page and the built add-on are. */
export interface Folders {
  readonly page: string;
  /** Served under `/addon/`: the very files that go to Google. */
  readonly addon: string;
}

export interface Serving {
  /** With a slash at its end. */
  readonly address: string;
  /** Whether that is the address asked for: workbooks are kept by it. */
  readonly isUsual: boolean;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Nothing is asked of any other host, by the page or by what it frames. The grid compiles its templates and the add-on
 * is compiled in a realm of its own, both from this server's files: hence `unsafe-eval`. Inline scripts are the frames'.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Go with every answer, whatever it is. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** What is answered to what is too long or too slow to be read, by Node's word for it. */
const unreadableFor: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** An answer to what cannot be read as a request, as it goes over the line. */
function unreadable(status: string): string {
  const headers = Object.entries({ ...HEADERS, 'content-type': 'text/plain', connection: 'close' });
  return [`HTTP/1.1 ${status}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', status.slice(0, 3)].join(
    '\r\n',
  );
}

/** The file a path asks for; undefined for one that leads out of its folder. */
function fileAt(path: string, { page, addon }: Folders): string | undefined {
  // A workbook's address; which it is, the page sees to.
  const isWorkbook = path === '/' || /^\/d\/[^/]+\/(?:edit|export)$/.test(path);
  const [folder, name] = path.startsWith('/addon/')
    ? [addon, path.slice(7)]
    : [page, isWorkbook ? 'index.html' : path.slice(1)];
  const file = normalize(join(folder, name));
  return file.startsWith(normalize(folder) + sep) ? file : undefined;
}

/**
 * Serves the page on 127.0.0.1, for this machine only: on `port`, or on one that is free if that is taken, which the page
 * is told under `/served.json`. Throws what listening throws otherwise.
 */
export async function serving(folders: Folders, port: number): Promise<Serving> {
  let address = addressAt(port);
  let served: { readonly usual?: string } = {};
  // Who names no host is refused below, with all headers.
  const server = createServer({ requireHostHeader: false }, async (request, response) => {
    const answer = (
      status: number,
      headers: Readonly<Record<string, string | number>>,
      content?: string | Buffer,
    ): void => {
      response.writeHead(status, { ...HEADERS, ...headers });
      response.end(request.method === 'HEAD' ? undefined : content);
    };
    const refuse = (status: number): void => answer(status, { 'content-type': 'text/plain' }, String(status));
    // A page elsewhere may have a name of its own lead here.
    const [, name, at = ''] = /^(127\.0\.0\.1|localhost)(:\d+)?$/.exec(request.headers.host ?? '') ?? [];
    if (name === undefined) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    try {
      const url = new URL(request.url ?? '/', address);
      // What a browser keeps it keeps by the address: under two names there would be two shelves of workbooks.
      if (name === 'localhost') return answer(308, { location: `http://127.0.0.1${at}${url.pathname}${url.search}` });
      const path = decodeURIComponent(url.pathname);
      // Of a text, such as the licences, browsers ask for an icon here; the page has its own.
      if (path === '/favicon.ico') return answer(204, {});
      if (path === '/served.json')
        return answer(
          200,
          { 'content-type': TYPES['.json'] ?? '', 'cache-control': 'no-store' },
          JSON.stringify(served),
        );
      const file = fileAt(path, folders);
      if (file === undefined) return refuse(404);
      const content = await readFile(file);
      const headers = {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': content.byteLength,
        'cache-control': 'no-cache',
      };
      answer(200, headers, content);
    } catch {
      refuse(404);
    }
  });
  // What never becomes a request the server itself would answer, without these headers.
  server.on('checkExpectation', (_, response) => {
    response.writeHead(417, { ...HEADERS, 'content-type': 'text/plain', connection: 'close' });
    response.end('417');
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy();
    socket.end(unreadable(unreadableFor[error.code ?? ''] ?? '400 Bad Request'));
  });
  const own = await listening(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listening(server, 0);
  });
  address = addressAt(own);
  // Port 0 is any that is free: no other is the usual one then.
  if (port !== 0 && own !== port) served = { usual: addressAt(port) };
  return {
    address,
    isUsual: port === 0 || own === port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const addressAt = (port: number): string => `http://127.0.0.1:${port}/`;

/** The port that the server listens on. */
function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
