import type { Catalogue } from '../../domain/dataset.ts';
import { isOddExtent, LEAST_SIDE, MOST_SIDE } from '../../domain/geometry/odd-extent.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';

/** The box of what a layer holds; undefined when nothing of it has a position. */
export type LayerBox = { readonly id: string; readonly box: BoundingBox | undefined };

/**
 * Reports layers that lie wholly outside the extent of their catalogue, which the first view then does not
 * show, and an extent that is hardly one. Paths are those of the catalogue.
 * @param indexOf the place of a layer in the file, which may hold layers that could not be read
 */
export function extentIssues(
  { extent, layers }: Pick<Catalogue, 'extent' | 'layers'>,
  boxes: readonly LayerBox[],
  { file, indexOf }: { readonly file: string; readonly indexOf: (id: string) => number },
): readonly Issue[] {
  const titles = new Map(layers.map(({ id, title }) => [id, title]));
  return [
    ...(isOddExtent(extent) ? [oddExtent(extent, file)] : []),
    ...boxes.flatMap(({ id, box }): readonly Issue[] => {
      if (box === undefined || meets(box, extent)) return [];
      const title = titles.get(id) ?? { zh: id, en: id };
      return [
        {
          code: 'layer-outside-extent',
          kind: 'positional-accuracy',
          severity: 'warning',
          dataset: file,
          featureId: id,
          path: ['layers', indexOf(id)],
          message: {
            zh: `图层“${title.zh}”全部在 extent [${extent.join(', ')}] 之外：它位于 [${inWords(box)}]，打开时看不到。`,
            en: `the layer "${title.en}" lies wholly outside extent [${extent.join(', ')}]: it is at [${inWords(box)}], and the first view does not show it.`,
          },
          cure: {
            zh: '核对 extent（西、南、东、北）和该图层的坐标。',
            en: 'Check extent (west, south, east, north) and the coordinates of the layer.',
          },
        },
      ];
    }),
  ];
}

function meets(one: BoundingBox, other: BoundingBox): boolean {
  return one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1];
}

function inWords(box: BoundingBox): string {
  return box.map((degrees) => Number(degrees.toFixed(3))).join(', ');
}

function oddExtent(extent: BoundingBox, file: string): Issue {
  return {
    code: 'extent-odd',
    kind: 'positional-accuracy',
    severity: 'warning',
    dataset: file,
    path: ['extent'],
    message: {
      zh: `extent [${extent.join(', ')}] 的长边不在 ${LEAST_SIDE} 到 ${MOST_SIDE} 度之间，不像一份规划的范围。`,
      en: `the longer side of extent [${extent.join(', ')}] is not within ${LEAST_SIDE} to ${MOST_SIDE} degrees, which is hardly the extent of a plan.`,
    },
    cure: {
      zh: '写成 [西, 南, 东, 北]，单位为度。',
      en: 'Write [west, south, east, north] in degrees.',
    },
  };
}
