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
].join('; ');

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
 * Serves the page on 127.0.0.1, for this machine only: on `port`, or on one that is free if that is taken. Throws what
 * listening throws otherwise.
 */
export async function serving(folders: Folders, port: number): Promise<Serving> {
  const server = createServer(async (request, response) => {
    const refuse = (status: number): void => {
      response.writeHead(status, { 'content-type': 'text/plain' }).end(String(status));
    };
    // A page elsewhere may have a name of its own lead here.
    if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '')) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    try {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
      // Of a text, such as the licences, browsers ask for an icon here; the page has its own.
      if (path === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      const file = fileAt(path, folders);
      if (file === undefined) return refuse(404);
      const content = await readFile(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': content.byteLength,
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
      response.end(request.method === 'HEAD' ? undefined : content);
    } catch {
      refuse(404);
    }
  });
  const taken = await listening(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listening(server, 0);
  });
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

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
