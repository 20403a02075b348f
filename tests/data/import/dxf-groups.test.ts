import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/data/import/read-files.ts';

/** A drawing of some lines, each from its number to its number and one, a group a pair of lines. */
function drawing(count: number): string[] {
  const groups = ['0', 'SECTION', '2', 'ENTITIES'];
  for (let n = 1; n <= count; n += 1)
    groups.push(
      ...['0', 'LINE', '8', '岸线', '10', `${n}`, '20', '0', '11', `${n + 1}`, '21', '1'],
    );
  return [...groups, '0', 'ENDSEC', '0', 'EOF', ''];
}

async function read(lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const { datasets, refused } = await readFiles([{ name: 'a.dxf', bytes }]);
  expect(refused).toEqual([]);
  const [dataset] = datasets;
  return {
    lines: dataset?.features.map(({ geometry }) => geometry),
    issues: dataset?.issues.map(({ code, message }) => [code, message.en]),
  };
}

const line = (n: number) => ({
  type: 'LineString',
  coordinates: [
    [n, 0],
    [n + 1, 1],
  ],
});

describe('a drawing', () => {
  test('that lost a line is read up to the entity in which it is missing, and the line is told', async () => {
    const lines = drawing(4);
    // Four lines of head, twelve an entity: line 33 is the code 10 of the third, whose value follows as a code.
    expect(lines[32]).toBe('10');
    // Without it, codes stand where values do: line 41, the 0 of the fourth, is followed by LINE as a code.
    lines.splice(32, 1);
    const found = await read(lines);
    expect(found.lines).toEqual([line(1), line(2)]);
    expect(found.issues?.map(([code]) => code)).toEqual(['file-truncated']);
  });

  test('whose group codes are of no version is read without them', async () => {
    const lines = drawing(2);
    lines.splice(6, 0, '700', 'of a program of the year');
    expect(await read(lines)).toEqual({ lines: [line(1), line(2)], issues: [] });
  });

  test('that ends without an end is read', async () => {
    const lines = drawing(2);
    const whole = await read([...lines.slice(0, -3), '', '', '']);
    expect(whole).toEqual({ lines: [line(1), line(2)], issues: [] });
  });

  test('that is cut off is read up to the entity in which it ends', async () => {
    // Twenty lines: four of the head, twelve of the first line, four of the second.
    const cut = await read(drawing(2).slice(0, 20));
    expect(cut.lines).toEqual([line(1)]);
    expect(cut.issues?.map(([code]) => code)).toEqual(['file-truncated']);
  });
});
