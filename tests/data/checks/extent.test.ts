import { expect, test } from 'vitest';
import { extentIssues } from '../../../src/data/checks/extent.ts';
import type { BoundingBox } from '../../../src/domain/geometry.ts';
import { catalogueLayer } from '../../app/plan.ts';

const PLACE = { file: 'catalogue.json', indexOf: (id: string) => ['a', 'b'].indexOf(id) };
const LAYERS = [catalogueLayer('a', 'coastline'), catalogueLayer('b', 'projects')];

function codes(extent: BoundingBox, boxes: Readonly<Record<string, BoundingBox | undefined>>) {
  const listed = Object.entries(boxes).map(([id, box]) => ({ id, box }));
  return extentIssues({ extent, layers: LAYERS }, listed, PLACE).map(({ code, path }) => [
    code,
    path.join('.'),
  ]);
}

test('a layer that meets the extent, if by a corner alone, is in it', () => {
  expect(codes([113, 22, 114, 23], { a: [114, 23, 115, 24], b: [110, 20, 116, 25] })).toEqual([]);
});

test('a layer wholly outside the extent is told, with its place in the catalogue', () => {
  expect(codes([113, 22, 114, 23], { a: [113, 22, 114, 23], b: [119.5, 35.5, 120, 36] })).toEqual([
    ['layer-outside-extent', 'layers.1'],
  ]);
  // Beside the extent in one direction only.
  expect(codes([113, 22, 114, 23], { a: [113, 23.1, 114, 24] })).toEqual([
    ['layer-outside-extent', 'layers.0'],
  ]);
});

test('a layer without any position lies nowhere else', () => {
  expect(codes([113, 22, 114, 23], { a: undefined })).toEqual([]);
});

test.each([
  ['the whole country', [73, 3, 136, 54]],
  ['fifty metres', [113, 22, 113.0005, 22.0005]],
] as const)('an extent of %s is no plan', (_, extent) => {
  expect(codes(extent, {})).toEqual([['extent-odd', 'extent']]);
});

test('both boxes are in the sentence, in either language', () => {
  const [issue] = extentIssues(
    { extent: [113, 22, 114, 23], layers: LAYERS },
    [{ id: 'a', box: [119.5, 35.5, 120, 36] }],
    PLACE,
  );
  for (const text of [issue?.message.zh, issue?.message.en]) {
    expect(text).toContain('[113, 22, 114, 23]');
    expect(text).toContain('[119.5, 35.5, 120, 36]');
  }
});
