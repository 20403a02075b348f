// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../../src/domain/bilingual.ts';
import type { Measurement } from '../../../src/domain/geodesy.ts';
import type { Project } from '../../../src/domain/project.ts';
import { I18nProvider } from '../../../src/ui/i18n.tsx';
import { loadAllTexts } from '../../../src/ui/load-all-texts.ts';
import type { TableLayout } from '../../../src/ui/projects/project-rows.ts';
import { ProjectTable } from '../../../src/ui/projects/project-table.tsx';
import { projectOf } from '../../app/plan.ts';

/** Sizes in pixels of a page that is not laid out: a panel of 600, rows of 40, columns of 150. */
const SIZES = { offsetHeight: 40, offsetWidth: 150, clientHeight: 600, clientWidth: 600 } as const;
const drawn = Object.keys(SIZES).map(
  (name) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const,
);

beforeAll(() => {
  for (const [name, value] of Object.entries(SIZES))
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get: () => value,
    });
});

afterAll(() => {
  for (const [name, own] of drawn) if (own) Object.defineProperty(HTMLElement.prototype, name, own);
});

afterEach(() => {
  render(null, document.body);
});

const LINE = { type: 'LineString', coordinates: [] } satisfies Project['geometry'];
const AREA = { type: 'Polygon', coordinates: [] } satisfies Project['geometry'];
const { geometry: _, ...UNLOCATED } = projectOf('nowhere', 'ports');
const PROJECTS: readonly Project[] = [
  { ...projectOf('road', 'roads', LINE), name: { zh: '路', en: 'Road' } },
  {
    ...projectOf('port', 'ports', AREA),
    name: { zh: '港', en: 'Port' },
    publishedArea: { value: 36 },
  },
  { ...projectOf('pier', 'ports'), name: { zh: '码头', en: 'Pier' } },
  { ...UNLOCATED, name: { zh: '站', en: 'Station' } },
];

const MEASUREMENTS: ReadonlyMap<string, Measurement> = new Map([
  ['road', { lengthM: { ellipsoid: 12_345.6, sphere: 0 }, areaM2: { ellipsoid: 0, sphere: 0 } }],
  ['port', { lengthM: { ellipsoid: 9, sphere: 0 }, areaM2: { ellipsoid: 2_500_000, sphere: 0 } }],
]);

const COLUMNS: TableLayout = {
  order: undefined,
  columns: ['name', 'measuredLength', 'measuredArea', 'area'],
};

async function table(
  props: Partial<Parameters<typeof ProjectTable>[0]> = {},
  language: Language = 'en',
): Promise<{ readonly laidOut: TableLayout[]; readonly cells: () => readonly string[][] }> {
  const words = await loadAllTexts(language);
  const laidOut: TableLayout[] = [];
  let layout = props.layout ?? COLUMNS;
  const nothing = (): void => undefined;
  const draw = (): void =>
    render(
      <I18nProvider value={words}>
        <ProjectTable
          projects={PROJECTS}
          layers={[]}
          zones={[]}
          relations={undefined}
          conflicts={undefined}
          measurements={MEASUREMENTS}
          measuringFailure={undefined}
          selectedId={undefined}
          hoveredId={undefined}
          onSelect={nothing}
          onHover={nothing}
          {...props}
          layout={layout}
          onLayOut={(next) => {
            laidOut.push(next);
            layout = next;
            draw();
          }}
        />
      </I18nProvider>,
      document.body,
    );
  await act(draw);
  const cells = (): readonly string[][] =>
    [...document.querySelectorAll('tbody tr[data-feature], tfoot tr')].map((row) =>
      [...row.children].map(({ textContent }) => (textContent ?? '').replace(/\u2009/g, ' ')),
    );
  return { laidOut, cells };
}

test('measured sizes have figures where a site has them, else why not, and sums say of how many', async () => {
  const { cells } = await table();
  expect(cells()).toEqual([
    ['Road', '12.35', '– a line', '–'],
    ['Port', '– an area', '2.50', '36'],
    ['Pier', '– a point', '– a point', '–'],
    ['Station', '– no site', '– no site', '–'],
    ['4 projects', '12.351 of 4', '2.501 of 4', '361 of 4'],
  ]);
  const note = document.querySelector('.project-table__note')?.textContent ?? '';
  expect(note).toContain('Not in the length: areas: 1, points: 1, without a site: 1.');
  expect(note).toContain('Not in the area: lines: 1, points: 1, without a site: 1.');
});

test('until sites are measured no figure stands in, and a failure is told', async () => {
  const { cells } = await table({ measurements: undefined, measuringFailure: 'no worker' });
  expect(cells()[0]).toEqual(['Road', '…', '– a line', '–']);
  expect(cells().at(-1)?.[1]).toBe('…1 of 4');
  expect(document.body.textContent).toContain('The sites could not be measured: no worker');
});

test('missing sizes are sorted last, either way', async () => {
  const by = (isDescending: boolean): TableLayout => ({
    ...COLUMNS,
    order: { column: 'measuredLength', isDescending },
  });
  for (const isDescending of [true, false]) {
    const { cells } = await table({ layout: by(isDescending) });
    expect(cells()[0]?.[0]).toBe('Road');
    render(null, document.body);
  }
});

function edge(name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('[role=separator]')].find(
    (element) => element.getAttribute('aria-label') === `Width of the column ${name}`,
  );
  if (found === undefined) throw new Error(`no edge of ${name}`);
  return found;
}

test('an edge is moved by arrow keys; the other columns keep the width they are drawn with', async () => {
  const { laidOut } = await table();
  const press = (key: string, shiftKey = false): void | Promise<void> =>
    act(() => {
      edge('Project').dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
    });
  await press('ArrowRight');
  expect(laidOut.at(-1)?.widths).toEqual({
    ...{ name: 166, measuredLength: 150, measuredArea: 150, area: 150 },
  });
  expect(edge('Project').getAttribute('aria-valuenow')).toBe('166');
  await press('ArrowLeft', true);
  expect(laidOut.at(-1)?.widths?.name).toBe(102);
  // No narrower than the least.
  for (let time = 0; time < 3; time += 1) await press('ArrowLeft', true);
  expect(laidOut.at(-1)?.widths?.name).toBe(56);
  const reset = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Reset widths',
  );
  await act(() => reset?.click());
  expect(laidOut.at(-1)?.widths).toBeUndefined();
});

test('an edge follows the mouse until the button is let go', async () => {
  const { laidOut } = await table();
  await act(() => {
    edge('Measured length').dispatchEvent(
      new MouseEvent('mousedown', { clientX: 500, bubbles: true }),
    );
  });
  await act(() => {
    document.dispatchEvent(new MouseEvent('mousemove', { clientX: 540 }));
    document.dispatchEvent(new MouseEvent('mouseup', { clientX: 560 }));
  });
  expect(laidOut.at(-1)?.widths?.measuredLength).toBe(210);
  const count = laidOut.length;
  await act(() => {
    document.dispatchEvent(new MouseEvent('mousemove', { clientX: 900 }));
  });
  expect(laidOut).toHaveLength(count);
});

test('in Chinese the reasons and sums are words of their own', async () => {
  const { cells } = await table({}, 'zh');
  expect(cells()[2]).toEqual(['码头', '– 点位', '– 点位', '–']);
  expect(cells().at(-1)?.[0]).toBe('共 4 项');
});
