import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { closeTo } from '../../close-to.ts';

async function read(text: string, name = 'a.kml') {
  const { datasets } = await readFiles([{ name, bytes: strToU8(text) }]);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  const { lengthM, issues } = importDataset(raw, [119.5, 35.53, 120.36, 36.18]);
  return { raw, lengthM, codes: issues.map(({ code }) => code) };
}

const kml = (coordinates: string): string =>
  `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><LineString><coordinates>${coordinates}</coordinates></LineString></Placemark></Document></kml>`;
/** A tenth of a degree of the meridian at 35.85° N, by the series in own-coast.test.ts. */
const TENTH = 11_095.62;

describe('positions of a KML', () => {
  test.each([
    ['as the standard has them', '120,35.8 120,35.9'],
    ['with blanks after the commas', ' 120, 35.8, 0\n 120, 35.9, 0\n'],
    ['with heights', '120,35.8,3 120,35.9,4'],
  ])('%s', async (_, coordinates) => {
    const { lengthM, codes } = await read(kml(coordinates));
    closeTo(lengthM, TENTH, 0.05);
    expect(codes).toEqual([]);
  });

  test('that are none are told', async () => {
    const { codes } = await read(kml('120,35.8 abc,def 120,35.9'));
    expect(codes).toEqual(['coordinate-unread']);
  });
});

test('a prefix of the namespace changes nothing', async () => {
  const prefixed = kml('120,35.8 120,35.9')
    .replace('xmlns=', 'xmlns:k=')
    .replace(/<(\/?)(?=\w)/g, '<$1k:');
  closeTo((await read(prefixed)).lengthM, TENTH, 0.05);
});

test('a file that is cut off is refused as such, or says so where its parser mends it', async () => {
  const whole = kml('120,35.8 120,35.9');
  for (const share of [0.5, 0.7, 0.9]) {
    const bytes = strToU8(whole.slice(0, Math.floor(whole.length * share)));
    const { datasets, refused } = await readFiles([{ name: 'cut.kml', bytes }]);
    expect(
      datasets.every(({ issues }) => issues.some(({ code }) => code === 'file-truncated')),
    ).toBe(true);
    expect(refused.every(({ code }) => code === 'file-damaged')).toBe(true);
    expect(datasets.length + refused.length).toBe(1);
  }
});

test('points of a GPX without a latitude or longitude are told', async () => {
  const track =
    '<gpx><trk><trkseg><trkpt lat="35.8" lon="120"/><trkpt lat="35.9" lon="x"/><trkpt lat="35.9" lon="120"/></trkseg></trk></gpx>';
  expect((await read(track, 'a.gpx')).codes).toEqual(['coordinate-unread']);
});
