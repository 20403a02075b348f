// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { EditableFeature } from '../../../src/domain/feature-edit/feature-edit.ts';
import { type EditField, editFields } from '../../../src/ui/feature-edit/edit-fields.ts';
import { type EditedValues, FeatureForm } from '../../../src/ui/feature-edit/feature-form.tsx';
import { I18nProvider, loadDeferredTexts, loadTexts } from '../../../src/ui/i18n.tsx';

afterEach(() => {
  render(null, document.body);
});

const feature = (properties: object): EditableFeature => ({
  type: 'Feature',
  properties: { ...properties },
  geometry: null,
});

/** Shows the form; returns what it asks to be written. */
async function form(
  features: readonly EditableFeature[],
  fields?: readonly EditField[],
): Promise<readonly EditedValues[]> {
  const words = await loadTexts('en');
  await loadDeferredTexts('en');
  const asked: EditedValues[] = [];
  await act(() =>
    render(
      <I18nProvider value={words}>
        <FeatureForm
          features={features}
          fields={fields ?? editFields('coastline', features, words)}
          onApply={(values) => {
            asked.push(values);
          }}
        />
      </I18nProvider>,
      document.body,
    ),
  );
  return asked;
}

function control(label: string): HTMLInputElement | HTMLSelectElement {
  const found = [...document.querySelectorAll('label')].find((each) => each.textContent === label);
  const element = document.getElementById(found?.htmlFor ?? '');
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement) return element;
  throw new Error(`no control "${label}"`);
}

async function enter(label: string, value: string): Promise<void> {
  await act(() => {
    const element = control(label);
    element.value = value;
    const kind = element instanceof HTMLSelectElement ? 'change' : 'input';
    element.dispatchEvent(new Event(kind, { bubbles: true }));
  });
}

const submit = (): Promise<void> =>
  act(() => {
    document
      .querySelector('form')
      ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });

test('only what is changed is written, in all of them; what differs stays', async () => {
  const asked = await form([
    feature({ name_en: 'A', class: 'sandy', confidence: 'low' }),
    feature({ name_en: 'B', class: 'sandy', confidence: 'high' }),
  ]);
  expect(control('Name (English)').value).toBe('');
  expect(control('Name (English)').getAttribute('placeholder')).toBe('(different values)');
  expect(control('Class').value).toBe('sandy');
  await enter('Confidence', 'medium');
  await submit();
  expect(asked).toEqual([{ confidence: 'medium' }]);
});

test('coast that is no longer artificial loses its use', async () => {
  const asked = await form([feature({ class: 'artificial', use: 'port' })]);
  await enter('Class', 'bedrock');
  await submit();
  expect(asked).toEqual([{ class: 'bedrock', use: null }]);
});

test('a new source of the class stands in both languages', async () => {
  const asked = await form([feature({ class_source: 'map', class_source_zh: '地图' })]);
  await enter('Class from', 'seen on 2 December');
  await submit();
  expect(asked).toEqual([{ class_source: 'seen on 2 December', class_source_zh: null }]);
});

test('a new class asks for its source, until one is given', async () => {
  await form([feature({ class: 'sandy', class_source: 'map' })]);
  const hint = (): boolean => document.body.textContent.includes('where the new class');
  expect(hint()).toBe(false);
  await enter('Class', 'muddy');
  expect(hint()).toBe(true);
  await enter('Class from', 'seen');
  expect(hint()).toBe(false);
});

test('a Chinese page shows the Chinese source; what is written there stands in both languages', async () => {
  const features = [feature({ class_source: 'map', class_source_zh: '地图' })];
  const words = await loadTexts('zh');
  const fields = editFields('coastline', features, words).filter(({ name }) =>
    name.startsWith('class_source'),
  );
  const asked = await form(features, fields);
  const [{ label = '' } = {}] = fields;
  expect(control(label).value).toBe('地图');
  await enter(label, '现场核实');
  await submit();
  expect(asked).toEqual([{ class_source: '现场核实', class_source_zh: null }]);
});

test('a value that is put back is no change, and an emptied one is removed', async () => {
  const asked = await form([feature({ name_en: 'A', name_zh: '甲' })]);
  await enter('Name (English)', 'AB');
  await enter('Name (English)', 'A');
  await enter('Name (Chinese)', '');
  await submit();
  expect(asked).toEqual([{ name_zh: null }]);
});

test('numbers are written as numbers; what is none is refused at its field', async () => {
  const fields: readonly EditField[] = [{ name: 'depth', label: 'depth', kind: 'number' }];
  const asked = await form([feature({ depth: 3 })], fields);
  await enter('depth', '3 m');
  await submit();
  expect(asked).toEqual([]);
  expect(document.querySelector('[role=alert]')?.textContent).toContain('Type a number');
  await enter('depth', '4.5');
  await submit();
  expect(asked).toEqual([{ depth: 4.5 }]);
});

test('data that are only shown offer their own properties with their types', async () => {
  const words = await loadTexts('en');
  const features = [
    feature({ id: 'x', depth: 3, note: null, mixed: 1, list: [1] }),
    feature({ id: 'y', depth: null, note: 'a', mixed: 'b' }),
  ];
  expect(editFields('shown', features, words).map(({ name, kind }) => [name, kind])).toEqual([
    ['depth', 'number'],
    ['note', 'text'],
    ['mixed', 'text'],
  ]);
});
