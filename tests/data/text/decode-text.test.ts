import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/data/text/decode-text.ts';

async function refusal(bytes: Uint8Array) {
  const decoded = await decodeText(bytes, 'coast.geojson');
  if (decoded.ok) throw new Error(`it was read: ${decoded.value.slice(0, 40)}`);
  return decoded.error;
}

const GB18030 = readFileSync('tests/fixtures/cases/B01-gb18030-ports.geojson');
const TEXT = '{"type":"FeatureCollection","features":[]}';

test('a byte order mark stays in the text, so that the text has the hash of the bytes', async () => {
  const bytes = new TextEncoder().encode(`\uFEFF${TEXT}`);
  const decoded = await decodeText(bytes, 'coast.geojson');
  const sha256 = (data: string | Uint8Array): string =>
    createHash('sha256').update(data).digest('hex');
  expect(sha256(decoded.ok ? decoded.value : '')).toBe(sha256(bytes));
});

describe('what is not UTF-8 is named with its cure', () => {
  test('GB18030, with the line of the first byte that is not UTF-8', async () => {
    const { message, cure, line } = await refusal(GB18030);
    expect(message.en).toBe('coast.geojson: not UTF-8 text; it looks like GB18030.');
    expect(cure.en).toContain('iconv -f GB18030 -t UTF-8');
    expect(line).toBeGreaterThanOrEqual(1);
  });

  test.each([
    ['UTF-16LE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-32LE with its mark', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'UTF-32LE'],
    ['UTF-16LE without it', Buffer.from(TEXT, 'utf16le'), 'UTF-16LE'],
    ['UTF-16BE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(), 'UTF-16BE'],
    ['UTF-16BE without it', Buffer.from(TEXT, 'utf16le').swap16(), 'UTF-16BE'],
    ['GZIP', gzipSync(TEXT), 'a GZIP file'],
    ['ZIP', Buffer.from('PK\x03\x04rest'), 'a ZIP archive'],
    ['bytes of nothing known', Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x00]), 'binary data'],
  ])('%s', async (_, bytes, name) => {
    const { kind, message, cure } = await refusal(bytes);
    expect(kind).toBe('syntax');
    expect(message.en).toContain(name);
    expect(cure.zh).not.toBe('');
  });
});
