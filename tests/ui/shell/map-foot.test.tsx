// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { PlaneCoordinate } from '../../../src/domain/coordinates/typed-coordinate.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';
import { MapFoot, type MapFootProps } from '../../../src/ui/shell/map-foot.tsx';

afterEach(() => {
  render(null, document.body);
});

const words = { en: 'en', zh: 'zh' } as const;

/** The foot of a map at a scale, that goes no closer than 1:2 000 and no farther out than 1:3 000 000. */
async function foot(language: keyof typeof words, given: Partial<MapFootProps> = {}) {
  const texts = await loadTexts(language);
  await loadDeferredTexts(language);
  const scale = signal<number | undefined>(250_000);
  const at = signal<Position | undefined>([120.2, 35.95]);
  const isCentre = signal(false);
  const plane = signal<PlaneCoordinate | undefined>({
    easting: 518_044.1,
    northing: 3_980_013.2,
    system: 'EPSG:4549',
  });
  const props: MapFootProps = {
    ...{ scale, at, isCentre, plane, system: 'EPSG:4549', drawnFor: 100_000 },
    onScale: (n) => {
      scale.value = Math.max(2000, Math.min(3_000_000, n));
      return scale.value;
    },
    ...given,
  };
  await act(() =>
    render(
      <I18nProvider value={texts}>
        <MapFoot {...props} />
      </I18nProvider>,
      document.body,
    ),
  );
  return { scale, at, isCentre };
}

const shown = (): string => (document.body.textContent ?? '').replace(/\s/g, ' ');
const input = (): HTMLInputElement => {
  const found = document.querySelector('input');
  if (found === null) throw new Error('no field for the scale');
  return found;
};

async function type(text: string): Promise<void> {
  await act(() => {
    input().value = text;
    input().dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => {
    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
}

test('the position under the pointer stands there in degrees and in metres, X to the north', async () => {
  const { at, isCentre } = await foot('en');
  expect(shown()).toContain('Under the pointer:35.95000° N, 120.20000° E');
  expect(shown()).toContain('EPSG:4549 X (N) 3 980 013, Y (E) 518 044 m');
  await act(() => {
    at.value = [120, 36];
    isCentre.value = true;
  });
  expect(shown()).toContain('Centre:36.00000° N, 120.00000° E');
});

test('the metres of a system with zone numbers have theirs before Y', async () => {
  const plane = signal<PlaneCoordinate | undefined>({
    easting: 518_044.1,
    northing: 3_980_013.2,
    system: 'EPSG:4528',
  });
  await foot('zh', { plane, system: 'EPSG:4528' });
  expect(shown()).toContain('EPSG:4528 X（北）3,980,013，Y（东）40,518,044 米');
});

test('a plan in no zone has degrees alone', async () => {
  await foot('en', { system: undefined, plane: signal(undefined) });
  expect(shown()).not.toContain('X (N)');
});

test('a scale is typed, and shows as the map then has it', async () => {
  await foot('en');
  expect(input().value.replace(/\s/g, ' ')).toBe('1:250 000');
  await type('5万');
  expect(input().value.replace(/\s/g, ' ')).toBe('1:50 000');
  expect(document.querySelector('[role=alert]')).toBeNull();
});

test.each([
  ['1:500', 'no closer than 1:2 000, so it does not show 1:500', '1:2 000'],
  ['9000000', 'no farther out than 1:3 000 000, so it does not show 1:9 000 000', '1:3 000 000'],
])('%s, which the map cannot reach, is told with how far it goes', async (text, told, then) => {
  await foot('en');
  await type(text);
  expect(shown()).toContain(told);
  expect(input().value.replace(/\s/g, ' ')).toBe(then);
});

test('what is no scale moves nothing and says how to write one', async () => {
  const { scale } = await foot('en');
  await type('near');
  expect(scale.value).toBe(250_000);
  expect(shown()).toContain('“near” is no scale');
  expect(input().getAttribute('aria-invalid')).toBe('true');
});

test.each([
  ['en', 99_000, 'Drawn for 1:100 000'],
  ['zh', 99_000, '按 1:10 万 精度绘制'],
] as const)(
  'closer than the coast was drawn for, the map says so (%s)',
  async (language, n, text) => {
    const { scale } = await foot(language);
    expect(shown()).not.toContain(text);
    await act(() => {
      scale.value = n;
    });
    expect(shown()).toContain(text);
    await act(() => {
      scale.value = 100_000;
    });
    expect(shown()).not.toContain(text);
  },
);

test('a coast of no stated scale says nothing', async () => {
  await foot('en', { scale: signal(5000), drawnFor: undefined });
  expect(shown()).not.toContain('Drawn for');
});
