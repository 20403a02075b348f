import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const hasNginx = spawnSync('nginx', ['-v']).error === undefined;
const SCRIPT = 'export const words = "岸线";\n'.repeat(500);
const FILES: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Coastplan</title>',
  'service-worker.js': SCRIPT,
  'manifest.webmanifest': JSON.stringify({ name: 'x'.repeat(2000) }),
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/first-CdRXp0MC.js': SCRIPT,
  'geodata/catalogue.json': JSON.stringify({ title: '规划'.repeat(1000) }),
  'geodata/coast/coastline.geojson': JSON.stringify({ features: ['砂质'.repeat(1000)] }),
};

let folder: string;
let server: ChildProcess | undefined;
let origin: string;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

beforeAll(async () => {
  if (!hasNginx) return;
  folder = mkdtempSync(join(tmpdir(), 'coastplan-nginx-'));
  for (const [name, text] of Object.entries(FILES))
    for (const place of ['www', 'www/maps/coast']) {
      const path = join(folder, place, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text);
    }
  const port = await freePort();
  const given = readFileSync(new URL('../../docs/nginx.conf', import.meta.url), 'utf8');
  const types = spawnSync('nginx', ['-V'], { encoding: 'utf8' }).stderr.match(
    /--conf-path=(\S+)\//,
  )?.[1];
  const conf = given
    .replace('listen 8080', `listen 127.0.0.1:${port}`)
    .replace('root /srv/coastplan', `root ${join(folder, 'www')}`)
    .replace('include mime.types', `include ${types ?? '/etc/nginx'}/mime.types`);
  const isRoot = process.getuid?.() === 0;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${isRoot ? 'user root;' : ''}\ndaemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${temporary}\n${conf}\n}\n`,
  );
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')];
  const tested = spawnSync('nginx', ['-t', ...args], { encoding: 'utf8' });
  if (tested.status !== 0) throw new Error(tested.stderr);
  server = spawn('nginx', args, { stdio: 'ignore' });
  origin = `http://127.0.0.1:${port}`;
  for (let turn = 0; turn < 100; turn += 1) {
    if (
      await fetch(origin).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
});

afterAll(() => {
  server?.kill();
  if (hasNginx) rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!hasNginx)(
  'the configuration for nginx (skipped where nginx is not installed)',
  () => {
    test.each(['', '/maps/coast'])(
      'keeps what is hashed for a year, and asks for all else: %s/',
      async (path) => {
        for (const name of Object.keys(FILES)) {
          const answer = await fetch(`${origin}${path}/${name}`);
          expect([name, answer.status]).toEqual([name, 200]);
          expect(await answer.text()).toBe(FILES[name]);
          const isHashed = name.startsWith('assets/');
          expect([name, answer.headers.get('cache-control')]).toEqual([
            name,
            isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
          ]);
          const tag = answer.headers.get('etag') ?? '';
          const again = await fetch(`${origin}${path}/${name}`, {
            headers: { 'if-none-match': tag },
          });
          expect([name, again.status]).toEqual([name, 304]);
        }
      },
    );

    test('names the media types, and compresses what is text', async () => {
      const types = await Promise.all(
        Object.keys(FILES).map(async (name) => {
          const { headers } = await fetch(`${origin}/${name}`, {
            headers: { 'accept-encoding': 'gzip' },
          });
          const type = headers
            .get('content-type')
            ?.replace('text/javascript', 'application/javascript');
          return [name, type, headers.get('content-encoding')];
        }),
      );
      expect(types).toEqual([
        // Too short to gain by it.
        ['index.html', 'text/html; charset=utf-8', null],
        ['service-worker.js', 'application/javascript; charset=utf-8', 'gzip'],
        ['manifest.webmanifest', 'application/manifest+json; charset=utf-8', 'gzip'],
        ['icon.svg', 'image/svg+xml', null],
        ['assets/first-CdRXp0MC.js', 'application/javascript; charset=utf-8', 'gzip'],
        ['geodata/catalogue.json', 'application/json; charset=utf-8', 'gzip'],
        ['geodata/coast/coastline.geojson', 'application/geo+json; charset=utf-8', 'gzip'],
      ]);
    });

    test('answers 404 for a file that is missing, with the same headers, and lists no folder', async () => {
      for (const name of ['geodata/projects/gone.geojson', 'assets/gone-AAAA.js', 'geodata/']) {
        const answer = await fetch(`${origin}/${name}`);
        expect([name, answer.status >= 400]).toEqual([name, true]);
        expect(await answer.text()).not.toContain('Coastplan');
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      }
    });

    test('sends part of a file', async () => {
      const answer = await fetch(`${origin}/geodata/catalogue.json`, {
        headers: { range: 'bytes=0-8' },
      });
      expect([answer.status, await answer.text()]).toEqual([206, '{"title":']);
    });

    test('says who may frame the page, and tells nobody where it was', async () => {
      const { headers } = await fetch(`${origin}/`);
      expect(headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
    });
  },
);
