import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { billOfMaterials, notesOf } from '../scripts/release-texts.mjs';

const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- B.\n\n## [1.0.0] - 2026-12-01\n\n- A.\n';

test('the notes are the section of the version, or what is not released', () => {
  expect(notesOf(CHANGELOG, '1.0.0')).toBe('# Coastplan 1.0.0\n\n- A.\n');
  expect(notesOf(CHANGELOG, '1.1.0')).toBe('# Coastplan 1.1.0\n\n### Added\n\n- B.\n');
  expect(() => notesOf('# Changelog\n', '1.0.0')).toThrow('neither');
});

test('the changelog of the project has notes', () => {
  const changelog = readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8');
  expect(notesOf(changelog, '0.1.0').length).toBeGreaterThan(100);
});

test('the bill of materials names packages and licences, and neither time nor place of download', () => {
  const component = {
    'bom-ref': 'a@1.0.0',
    type: 'library',
    name: 'a',
    version: '1.0.0',
    licenses: [{ license: { id: 'MIT' } }],
    properties: [{ name: 'cdx:npm:package:path', value: 'node_modules/a' }],
    externalReferences: [
      { type: 'distribution', url: 'https://example.com/a.tgz' },
      { type: 'website', url: 'https://example.com' },
    ],
  };
  const listed = {
    bomFormat: 'CycloneDX',
    serialNumber: 'urn:uuid:1',
    metadata: {
      timestamp: '2026-12-01',
      tools: [],
      component: { name: 'folder', type: 'library' },
    },
    components: [component],
    dependencies: [{ ref: 'a@1.0.0', dependsOn: [] }],
  };
  const { properties: _, ...plain } = component;
  expect(JSON.parse(billOfMaterials(JSON.stringify(listed), '2.0.0'))).toEqual({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'coastplan', type: 'application', version: '2.0.0' } },
    components: [
      { ...plain, externalReferences: [{ type: 'website', url: 'https://example.com' }] },
    ],
    dependencies: listed.dependencies,
  });
});
