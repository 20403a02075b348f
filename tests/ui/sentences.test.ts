import { expect, test } from 'vitest';
import { sentences } from '../../src/ui/controls/sentences.ts';

const cure = { zh: '重新导出。', en: 'Export it again.' };

test('a message begins as a sentence does, but names of files and codes stay', () => {
  expect(sentences({ message: { zh: '已损坏。', en: 'the .dbf is damaged.' }, cure }, 'en')).toBe(
    'The .dbf is damaged. Export it again.',
  );
  expect(sentences({ message: { zh: '已损坏。', en: 'coast.shp is damaged.' } }, 'en')).toBe(
    'coast.shp is damaged.',
  );
});

test('Chinese sentences follow each other without a space', () => {
  expect(sentences({ message: { zh: '已损坏。', en: 'it is damaged.' }, cure }, 'zh')).toBe(
    '已损坏。重新导出。',
  );
});
