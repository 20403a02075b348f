import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDataset } from '../../../src/data/import/import-dataset.ts';
import { readFiles } from '../../../src/data/import/read-files.ts';
import { angleUnit, parseAngle } from '../../../src/data/import/text/parse-angle.ts';
import { closeTo } from '../../close-to.ts';

async function read(rows: readonly string[], name = 'a.csv') {
  const { datasets } = await readFiles([{ name, bytes: strToU8(rows.join('\n')) }]);
  const [raw] = datasets;
  if (raw === undefined) throw new Error('nothing was read');
  const found = importDataset(raw, [119.5, 35.53, 120.36, 36.18], { acceptsProposals: true });
  return {
    ...found,
    codes: [...found.issues, ...found.raw.setAside]
      .map(({ code }) => code)
      .filter((code) => code !== 'crs-undeclared'),
  };
}

test.each([
  ['120 03 00', 120.05, 1 / 3600],
  ['120-03-00.50', 120.05 + 0.5 / 3600, 0.01 / 3600],
  ['120 3.5', 120 + 3.5 / 60, 0.1 / 60],
  ['E120°03′00″', 120.05, 1 / 3600],
  ['120.05', 120.05, 0.01],
  ['E120-03-00', 120.05, 1 / 3600],
  ['120-03-00.50E', 120.05 + 0.5 / 3600, 0.01 / 3600],
  ['120d3m0.5s', 120.05 + 0.5 / 3600, 0.1 / 3600],
  ['东经120度3分0秒', 120.05, 1 / 3600],
  ['120°03′00″W', -120.05, 1 / 3600],
])('the angle %s', (text, degrees, unit) => {
  closeTo(parseAngle(text), degrees, 1e-12);
  closeTo(angleUnit(text), unit, 1e-12);
});

test.each(['5.001E5', '120E30', 'E', '12N3'])('%s is no angle', (text) => {
  expect(parseAngle(text)).toBeUndefined();
});

test('semicolons with decimal commas', async () => {
  const { bounds, codes } = await read(['名称;经度;纬度', '甲;120,05;35,9', '乙;120,15;35,85']);
  expect([bounds, codes]).toEqual([[120.05, 35.85, 120.15, 35.9], []]);
});

describe('vertices', () => {
  const HEAD = '岸段编号,点序,经度,纬度';

  test('a row without a place is told: its line lacks a corner', async () => {
    const { codes } = await read([HEAD, 'A,1,120.05,35.9', 'A,2,,', 'A,3,120.07,35.91']);
    expect(codes).toContain('vertex-missing');
  });

  test('numbers that occur twice leave the order of the file, and are told', async () => {
    const { codes } = await read([HEAD, 'A,1,120.05,35.9', 'A,2,120.06,35.9', 'A,2,120.07,35.9']);
    expect(codes).toContain('sequence-repeated');
  });

  test('the first again at the end closes the shape', async () => {
    const { codes, features } = await read([
      ...[HEAD, 'A,1,120.05,35.9', 'A,2,120.06,35.9', 'A,3,120.06,35.91', 'A,1,120.05,35.9'],
    ]);
    expect(codes).not.toContain('sequence-repeated');
    // An island of a coast is a line that closes.
    expect(features[0]?.geometry).toMatchObject({ type: 'LineString', coordinates: { length: 4 } });
  });

  test('the first again at the end closes an area where no column speaks of coast', async () => {
    const { areaM2 } = await read([
      ...['要素编号,点序,X,Y', 'A,1,3968000,500000', 'A,2,3968000,500100'],
      ...['A,3,3968100,500100', 'A,4,3968000,500000'],
    ]);
    closeTo(areaM2, 5000, 0.01);
  });
});

/** A metre east of the central meridian of EPSG:4549 is a metre, to 1e-7. */
const EAST = (metres: number): string => `3968000,${500_000 + metres}`;

describe('lines of a table', () => {
  test('numbers with an exponent and marks of thousands are numbers', async () => {
    const { lengthM, codes } = await read([
      ...['岸段编号,点序,X,Y', 'A,1,3.968E6,5.000E5', 'A,2,"3,968,000.000","500,100.000"'],
    ]);
    closeTo(lengthM, 100, 1e-4);
    expect(codes).toEqual([]);
  });

  test('a ring of its own column is a hole, however its points are numbered', async () => {
    const corners = [EAST(0), EAST(100), '3968100,500100', '3968100,500000'];
    const hole = ['3968010,500010', '3968010,500020', '3968020,500020', '3968020,500010'];
    const { areaM2, features } = await read([
      '地块编号,圈号,点号,X,Y',
      ...corners.map((corner, index) => `D1,1,${index + 1},${corner}`),
      ...hole.map((corner, index) => `D1,2,${index + 5},${corner}`),
    ]);
    closeTo(areaM2, 100 * 100 - 10 * 10, 0.01);
    expect(features[0]?.geometry).toMatchObject({ coordinates: [{ length: 5 }, { length: 5 }] });
  });

  test('columns that stand twice side by side are read one below the other', async () => {
    const { lengthM, codes } = await read([
      '岸段编号,点序,X,Y,,岸段编号,点序,X,Y',
      `A,1,${EAST(0)},,A,3,${EAST(200)}`,
      `A,2,${EAST(100)},,A,4,${EAST(500)}`,
    ]);
    closeTo(lengthM, 500, 1e-3);
    expect(codes).toEqual(['columns-side-by-side']);
  });

  test('a second column of the same coordinate is told', async () => {
    const { codes } = await read(['名称,X,Y,北坐标,东坐标', `甲,${EAST(0)},${EAST(9)}`]);
    expect(codes).toEqual(['columns-repeated', 'columns-repeated']);
  });

  test('names that merged cells leave empty are those above, and that is told', async () => {
    const { lengthM, features, codes } = await read([
      ...['岸段编号,点序,X,Y', `A,1,${EAST(0)}`, `,2,${EAST(100)}`, `B,1,${EAST(500)}`],
      `,2,${EAST(700)}`,
    ]);
    closeTo(lengthM, 300, 1e-3);
    expect(features).toHaveLength(2);
    expect(codes).toEqual(['group-filled-down']);
  });

  test('without a name of the line neighbours of one value are joined, and nothing over a gap', async () => {
    const { byClass, codes } = await read([
      ...['点号,岸线类型,X,Y', `1,砂质岸线,${EAST(0)}`, `2,砂质岸线,${EAST(100)}`],
      ...[`3,基岩岸线,${EAST(200)}`, `4,基岩岸线,${EAST(400)}`],
      ...[`5,砂质岸线,${EAST(500)}`, `6,砂质岸线,${EAST(800)}`],
    ]);
    closeTo(byClass?.['sandy'], 100 + 300, 1e-3);
    closeTo(byClass?.['bedrock'], 200, 1e-3);
    expect(codes).toEqual(['group-guessed']);
  });

  test('one line of several classes is told', async () => {
    const { codes } = await read([
      ...['岸段编号,点序,岸线类型,X,Y', `A,1,砂质岸线,${EAST(0)}`, `A,2,基岩岸线,${EAST(100)}`],
    ]);
    expect(codes).toEqual(['class-varies']);
  });
});

describe('a table that states its system anywhere', () => {
  test.each([
    ['in a note below', ['名称,X,Y', `甲,${EAST(0)}`, '注：坐标系为1980西安坐标系,,']],
    ['in the names of its columns', ['名称,X(北京54),Y(北京54)', `甲,${EAST(0)}`]],
    ['in a column of its own', ['名称,坐标系,X,Y', `甲,西安80,${EAST(0)}`]],
    ['in its well-known text', ['名称,geom', '甲,"SRID=2385;POINT(500000 3968000)"']],
    [
      'by a meridian that no zone has',
      ['CGCS2000 中央子午线120°30′,,', '名称,X,Y', `甲,${EAST(0)}`],
    ],
  ])('%s, which is none that can be read, has no place', async (_, rows) => {
    const { codes, crs, bounds } = await read(rows);
    expect(codes).toContain('crs-unusable');
    expect([crs.reading, bounds]).toEqual([undefined, undefined]);
  });

  test('a column in GCJ-02 is a shifted system', async () => {
    const { crs } = await read(['名称,经度(GCJ-02),纬度(GCJ-02)', '甲,120.01,35.84']);
    expect(crs.reading?.code).toBe('GCJ-02');
  });

  test('packed degrees are told from three rows on', async () => {
    const { codes } = await read([
      ...['名称,经度,纬度', '甲,120.0036,35.5031', '乙,120.0151,35.5121', '丙,120.0307,35.5139'],
    ]);
    expect(codes).toEqual(['degrees-packed']);
  });
});

describe('a table without a header', () => {
  test.each([
    [
      'blanks, north first',
      [`J1 ${EAST(0)}`, `J2 ${EAST(100)}`].map((row) => row.replace(',', ' ')),
    ],
    ['commas', [`J1,${EAST(0)}`, `J2,${EAST(100)}`]],
    [
      'full-width commas',
      [`J1，${EAST(0)}`, `J2，${EAST(100)}`].map((row) => row.replace(',', '，')),
    ],
    ['east first, with heights', ['1,500000.5,3968000,3.2', '2,500100.5,3968000,3.4']],
  ])('of metres with %s is read, and what was taken is told', async (_, rows) => {
    const { features, codes, crs } = await read(rows);
    expect(codes).toEqual(['header-assumed']);
    expect([features.length, crs.reading?.code]).toEqual([2, 'EPSG:4549']);
  });

  test('of degrees and heights is read', async () => {
    const { bounds, codes } = await read([
      '1,120.01,35.842,3.2',
      '2,120.0122,35.8444,4.0',
      '3,120.0158,35.8446,3.1',
    ]);
    expect([bounds, codes]).toEqual([[120.01, 35.842, 120.0158, 35.8446], ['header-assumed']]);
  });

  test('whose columns could be anything is refused with what to write', async () => {
    const bytes = strToU8('1,12.5,13.5\n2,14.5,15.5\n');
    const { refused } = await readFiles([{ name: 'a.csv', bytes }]);
    expect(refused.map(({ code }) => code)).toEqual(['header-missing']);
  });
});

describe('a field book', () => {
  test('sets aside the lines that are no points', async () => {
    const points = Array.from(
      { length: 12 },
      (_, index) => `${index + 1},HAX,${500_000 + index},3968000,3.2`,
    );
    const { raw, codes } = await read(
      points.map((line, index) => (index === 4 ? line.replace('500004', '5000O4') : line)),
      'a.dat',
    );
    expect([raw.features.length, codes]).toEqual([11, ['line-unread']]);
  });

  test('is no table with names of its columns', async () => {
    const { raw } = await read(['名称,类别,X,Y', `甲,港口,${EAST(0)}`, `乙,港口,${EAST(100)}`]);
    expect([raw.format, raw.features[1]?.properties['名称']]).toEqual(['CSV', '乙']);
  });
});

describe('metres and degrees of one row', () => {
  // The reference of EPSG:4549: 120.2° E 35.95° N is E 518 044.1, N 3 980 013.2.
  const HEAD = '名称,经度,纬度,X,Y';

  test('that agree say nothing', async () => {
    expect((await read([HEAD, '甲,120.2000,35.9500,3980013.2,518044.1'])).codes).toEqual([]);
  });

  test('that are over a metre apart are told, with the distance', async () => {
    const { codes, issues } = await read([
      ...[HEAD, '甲,120.200000,35.950000,3980013.2,518044.1'],
      '乙,120.200000,35.950000,3980063.2,518044.1',
    ]);
    expect(codes).toEqual(['places-differ']);
    const told = issues.find(({ code }) => code === 'places-differ');
    expect(told).toMatchObject({ row: 3, severity: 'warning' });
    expect(told?.message.en).toContain('50.0 m');
  });

  test('degrees rounded to a second are no contradiction', async () => {
    expect((await read([HEAD, '甲,120°12′00″,35°57′00″,3980020.2,518044.1'])).codes).toEqual([]);
  });
});
