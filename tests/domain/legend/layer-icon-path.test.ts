import { expect, test } from 'vitest';
import { layerIconPath } from '../../../src/domain/legend/layer-icon-path.ts';
import { LAYER_ICONS } from '../../../src/domain/symbology.ts';

test.each(LAYER_ICONS)(
  'the icon "%s" has an outline made of path commands and numbers alone',
  (icon) => {
    expect(layerIconPath(icon)).toMatch(/^[Mm][-0-9.,\sA-Za-z]+$/);
    expect(layerIconPath(icon)).toMatch(/\d/);
  },
);
