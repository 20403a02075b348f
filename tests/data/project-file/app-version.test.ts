import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { APP_VERSION } from '../../../src/data/project-file/app-version.ts';

test('projects state the version of the package', () => {
  const file = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  expect(APP_VERSION).toBe(JSON.parse(file).version);
});
