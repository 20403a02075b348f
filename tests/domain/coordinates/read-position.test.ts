import { describe, expect, test } from 'vitest';
import { readPosition, readPositions } from '../../../src/domain/coordinates/read-position.ts';
import { closeTo } from '../../close-to.ts';
import { FRAME } from '../../plan-frame.ts';

describe('a typed position', () => {
  test.each([
    ['35.95 120.2', 'WGS 84 / CGCS2000'],
    ['EPSG:4490 35.95 120.2', 'EPSG:4490'],
    ['518044.1 3980013.2', 'EPSG:4549'],
    ['40518044.1 3980013.2', 'EPSG:4528'],
    // 120.2° is 13380602.8 m, 35.95° is 4293743.6 m in web Mercator: a·λ and a·ln tan(45° + φ/2).
    ['EPSG:3857 13380602.8 4293743.6', 'EPSG:3857'],
  ])('%s names its system, %s', async (text, system) => {
    const read = await readPosition(text, FRAME);
    expect(read).toMatchObject({ kind: 'position', system });
    if (read.kind !== 'position') return;
    // The metres are given to 0.1 m, which is 1.2e-6 degrees.
    closeTo(read.at[0], 120.2, 1.2e-6);
    closeTo(read.at[1], 35.95, 1.2e-6);
  });

  test.each([
    ['here', 'none'],
    ['46', 'none'],
    ['2.35E 48.86N', 'off-map'],
    ['518044.1 1980013.2', 'off-map'],
    ['GCJ-02 120.2 35.95', 'other-datum'],
  ])('%s is refused: %s', async (text, fault) => {
    expect(await readPosition(text, FRAME)).toMatchObject({ kind: 'fault', fault });
  });
});

describe('positions, one a line', () => {
  test('give their places and the systems that they were read in, each once', async () => {
    const read = await readPositions('120.2 35.95\r\n\n120.3 35.9\n518044.1 3980013.2\n', FRAME);
    expect(read).toMatchObject({ systems: ['WGS 84 / CGCS2000', 'EPSG:4549'] });
    expect(read.kind === 'positions' && read.positions.length).toBe(3);
  });

  test('tell the first line that is none, as the user counts', async () => {
    const read = await readPositions('120.2 35.95\n\n120,20 35,55\nhere', FRAME);
    expect(read).toMatchObject({ kind: 'fault', line: 3, fault: { fault: 'unclear' } });
  });
});
