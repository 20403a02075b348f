import { describe, expect, test } from 'vitest';
import { LARGEST_FILE, loadText } from '../../../src/data/loading/load.ts';

function answering(answer: () => Response | Promise<Response>): typeof globalThis.fetch {
  return async () => answer();
}

function load(answer: () => Response | Promise<Response>, largest?: number) {
  return loadText('geodata/a.json', {
    fetch: answering(answer),
    ...(largest !== undefined && { largest }),
  });
}

test('the limit is 64 MiB', () => {
  expect(LARGEST_FILE).toBe(67_108_864);
});

describe('a file', () => {
  test('comes back as text', async () => {
    expect(await load(() => new Response('岸线'))).toEqual({ ok: true, value: '岸线' });
  });

  test('that is not there is named, with what to do', async () => {
    const loaded = await load(() => new Response('', { status: 404 }));
    expect(loaded).toMatchObject({
      ok: false,
      error: { kind: 'not-found', file: 'geodata/a.json' },
    });
    expect(!loaded.ok && loaded.error.message.en).toContain('geodata/a.json');
    expect(!loaded.ok && loaded.error.cure.en).toContain('catalogue.json');
  });

  test('that the server refuses carries the status', async () => {
    const loaded = await load(() => new Response('', { status: 503 }));
    expect(!loaded.ok && loaded.error.kind).toBe('network');
    expect(!loaded.ok && loaded.error.message.en).toContain('503');
  });

  test('that never arrives is a value with its cause, not an exception', async () => {
    const cause = new TypeError('Failed to fetch');
    const loaded = await load(() => Promise.reject(cause));
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'network', cause } });
  });

  test('that breaks off half way is a value too', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"type":'));
        controller.error(new Error('connection lost'));
      },
    });
    expect(await load(() => new Response(broken))).toMatchObject({
      ok: false,
      error: { kind: 'network' },
    });
  });
});

describe('a web page in place of a file', () => {
  const HTML = '<!doctype html><title>Log in</title>';
  test.each([
    ['by its type', new Response('Log in', { headers: { 'content-type': 'text/html' } })],
    [
      'by what it is',
      new Response(`\uFEFF\n${HTML}`, { headers: { 'content-type': 'application/json' } }),
    ],
    ['as XHTML', new Response(HTML, { headers: { 'content-type': 'application/xhtml+xml' } })],
  ])('is refused %s, with what may have happened', async (_, response) => {
    const loaded = await load(() => response);
    expect(loaded).toMatchObject({
      ok: false,
      error: { kind: 'structure', file: 'geodata/a.json' },
    });
    expect(!loaded.ok && loaded.error.message.en).toContain('a web page instead of JSON');
    expect(!loaded.ok && loaded.error.cure.en).toContain('Log in');
  });

  test('is not what a server merely calls one', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    expect(await load(() => new Response(' {"a":1}', { headers }))).toMatchObject({ ok: true });
  });

  test('on another site, which a browser does not follow, is told from a broken network', async () => {
    const loaded = await loadText('geodata/a.json', {
      fetch: async (_, init) => {
        if (init?.redirect !== 'manual') throw new TypeError('Failed to fetch');
        return Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
      },
    });
    expect(!loaded.ok && loaded.error.message.en).toContain('to another site');
  });
});

describe('a file over the limit', () => {
  test('is refused before it is read where the server states its size', async () => {
    const loaded = await load(
      () => new Response('', { headers: { 'content-length': `${LARGEST_FILE + 1}` } }),
    );
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(!loaded.ok && loaded.error.message.en).toContain('64.0 MiB');
  });

  test('is read where it is exactly at the limit', async () => {
    expect((await load(() => new Response('12345'), 5)).ok).toBe(true);
  });

  test('is refused by its bytes, not its characters, where the server states nothing', async () => {
    // Two Chinese characters: six bytes in UTF-8.
    expect(await load(() => new Response('岸线'), 5)).toMatchObject({
      ok: false,
      error: { kind: 'too-large' },
    });
  });

  test('is given up at the limit, so that an endless answer ends', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    expect(await load(() => new Response(endless), 10_000)).toMatchObject({
      ok: false,
      error: { kind: 'too-large' },
    });
    expect(sent).toBeLessThan(20);
  });
});

test('a character that two chunks share is read whole, and a byte order mark stays for the parser to pass over', async () => {
  const bytes = new TextEncoder().encode('\uFEFF岸');
  const halves = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, 4));
      controller.enqueue(bytes.slice(4));
      controller.close();
    },
  });
  const loaded = await load(() => new Response(halves));
  expect(loaded.ok && loaded.value.replace('\uFEFF', '')).toBe('岸');
});
