import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const MEDIA_TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.geojson', 'application/geo+json'],
  ['.svg', 'image/svg+xml'],
]);

/**
 * Serves folders (the first one that has a file wins) and records the requests: one server for both pages
 * of the measurement, so that neither has a faster one. Nothing is compressed or cached.
 * @param {readonly string[]} folders absolute
 * @returns {Promise<{ origin: string, takeRequests: () => string[], sizeOf: (path: string) => number, close: () => void }>} `takeRequests`
 * returns the paths requested since its last call, `sizeOf` the bytes of a served file under gzip
 */
export async function serveFolders(folders) {
  /** @type {string[]} */
  let requests = [];
  /** @type {Map<string, Buffer>} */
  const bodies = new Map();
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    requests.push(path);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    for (const folder of folders) {
      const body = await readFile(join(folder, file)).catch(() => undefined);
      if (body === undefined) continue;
      bodies.set(path, body);
      response.writeHead(200, {
        'content-type': MEDIA_TYPES.get(extname(file)) ?? 'application/octet-stream',
        'cache-control': 'no-store',
      });
      response.end(body);
      return;
    }
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server of the measurement has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    sizeOf: (path) => {
      const body = bodies.get(path);
      return body === undefined ? 0 : gzipSync(body).length;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
