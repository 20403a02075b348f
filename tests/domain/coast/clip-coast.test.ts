import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipCoast } from '../../../src/domain/coast/clip-coast.ts';
import { coastEdges, edgeEnds, segmentLines } from '../../../src/domain/coast/coast-edges.ts';
import { PreparedPolygon } from '../../../src/domain/geometry/prepared-polygon.ts';
import type { Position } from '../../../src/domain/geometry.ts';
import type { Zone } from '../../../src/domain/zone.ts';
import { districtBox, districtLine } from '../arbitraries.ts';
import { boxRing, boxZone, equatorSegment, polygon, segment, zone } from '../build.ts';

function clip(lines: readonly (readonly Position[])[], zones: readonly Zone[]) {
  const segments = lines.map((line, index) => segment(`s${index}`, 'sandy', line));
  return clipCoast(
    coastEdges(segmentLines(segments)),
    zones.map(({ geometry, id }) => new PreparedPolygon(geometry, id)),
  );
}

/** The stretches inside a zone, as [from, to]. */
function inside(lines: readonly (readonly Position[])[], zones: readonly Zone[], zoneIndex = 0) {
  const clipped = clip(lines, zones);
  return (clipped.piecesIn[zoneIndex] ?? []).map((piece) => clipped.ends(piece));
}

describe('laying a coast out as edges', () => {
  test('gives one edge between neighbours and none between lines', () => {
    const lines = segmentLines([
      segment('a', 'sandy', [
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
      segment('b', 'muddy', [
        [3, 0],
        [4, 0],
      ]),
    ]);
    const edges = coastEdges(lines);
    expect(edges.starts).toEqual([0, 1, 3]);
    expect(edges.segmentOf).toEqual([0, 0, 1]);
    expect(edgeEnds(edges, 2)).toEqual([
      [3, 0],
      [4, 0],
    ]);
  });

  test('gives no edge of zero length for repeated positions', () => {
    expect(
      coastEdges([
        {
          segment: 0,
          positions: [
            [0, 0],
            [0, 0],
            [1, 0],
            [1, 0],
          ],
        },
      ]).starts,
    ).toEqual([0]);
  });

  test('gives no edge for one position or none', () => {
    expect(
      coastEdges([
        { segment: 0, positions: [[0, 0]] },
        { segment: 0, positions: [] },
      ]).starts,
    ).toEqual([]);
  });

  test('parts the lines of a multiline and keeps their segment', () => {
    const parted = segment('a', 'sandy', [], {
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [1, 0],
          ],
          [
            [1, 0],
            [2, 0],
          ],
        ],
      },
    });
    const edges = coastEdges(segmentLines([parted]));
    expect(edges.segmentOf).toEqual([0, 0]);
    expect(edges.lineOf).toEqual([0, 1]);
  });

  test('refuses an edge that is not there', () => {
    expect(() => edgeEnds(coastEdges([]), 3)).toThrow('the coast has no edge 3');
  });
});

describe('the coast inside a zone', () => {
  const box = boxZone('box', [0, -1, 1, 1]);

  test('is cut where it crosses the boundary', () => {
    expect(
      inside(
        [
          [
            [-1, 0],
            [3, 0],
          ],
        ],
        [box],
      ),
    ).toEqual([
      [
        [0, 0],
        [1, 0],
      ],
    ]);
  });

  test('goes by the midpoint of each piece, in and out as often as the coast crosses', () => {
    const teeth = zone(
      'teeth',
      polygon([
        [0, -1],
        [5, -1],
        [5, 1],
        [4, 1],
        [4, -0.5],
        [3, -0.5],
        [3, 1],
        [2, 1],
        [2, -0.5],
        [1, -0.5],
        [1, 1],
        [0, 1],
        [0, -1],
      ]),
    );
    expect(
      inside(
        [
          [
            [-1, 0],
            [6, 0],
          ],
        ],
        [teeth],
      ).map(([[from], [to]]) => [Math.round(from * 1e9) / 1e9, Math.round(to * 1e9) / 1e9]),
    ).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
  });

  test('leaves out what runs through a hole', () => {
    const ring = zone('ring', polygon(boxRing([0, -2, 4, 2]), boxRing([1, -1, 3, 1]).toReversed()));
    expect(
      inside(
        [
          [
            [0.5, 0],
            [3.5, 0],
          ],
        ],
        [ring],
      ).map(([[from], [to]]) => [from, to]),
    ).toEqual([
      [0.5, 1],
      [3, 3.5],
    ]);
  });

  test('takes in what lies exactly on the boundary', () => {
    expect(
      inside(
        [
          [
            [0, -1],
            [1, -1],
          ],
        ],
        [box],
      ),
    ).toEqual([
      [
        [0, -1],
        [1, -1],
      ],
    ]);
  });

  test('takes in the part that lies on the boundary of a line that goes on beyond it', () => {
    expect(
      inside(
        [
          [
            [-1, 1],
            [3, 1],
          ],
        ],
        [box],
      ),
    ).toEqual([
      [
        [0, 1],
        [1, 1],
      ],
    ]);
  });

  test('on a boundary that two zones share belongs to each of them', () => {
    const [west, east] = [boxZone('west', [0, 0, 1, 1]), boxZone('east', [1, 0, 2, 1])];
    const shared = [
      [
        [1, 0.2],
        [1, 0.8],
      ],
    ] as const;
    expect(inside(shared, [west, east], 0)).toHaveLength(1);
    expect(inside(shared, [west, east], 1)).toHaveLength(1);
  });

  test('is none where the coast only touches a corner', () => {
    expect(
      inside(
        [
          [
            [0, 2],
            [1, 1],
            [2, 2],
          ],
        ],
        [box],
      ),
    ).toEqual([]);
  });

  test('is all of a ring that lies within', () => {
    expect(inside([boxRing([0.2, 0.2, 0.4, 0.4])], [box])).toHaveLength(4);
  });

  test('follows a line that leaves the zone far behind and comes back by another way', () => {
    const there: readonly Position[] = [
      [0.5, 0],
      [0.6, 0],
      [5, 5],
      [6, 5],
      [0.6, 0.1],
      [0.5, 0.1],
    ];
    const found = inside([there], [box]);
    expect(found[0]).toEqual([
      [0.5, 0],
      [0.6, 0],
    ]);
    expect(found.at(-1)).toEqual([
      [0.6, 0.1],
      [0.5, 0.1],
    ]);
    expect(found).toHaveLength(4);
  });

  test('is none of no coast', () => {
    expect(clip([], [box]).piecesIn).toEqual([[]]);
  });

  test('asks no zone when there is none', () => {
    expect(
      clip(
        [
          [
            [0, 0],
            [1, 0],
          ],
        ],
        [],
      ).piecesIn,
    ).toEqual([]);
  });
});

describe('pieces', () => {
  test('begin where the last one ended, from corner to corner of the coast', () => {
    fc.assert(
      fc.property(districtLine, fc.array(districtBox, { maxLength: 4 }), (line, boxes) => {
        const clipped = clip(
          [line],
          boxes.map((box, index) => boxZone(`z${index}`, box)),
        );
        for (const edge of clipped.edges.starts.keys()) {
          const [from, to] = edgeEnds(clipped.edges, edge);
          const [first = -1, end = -1] = clipped.firstPiece.subarray(edge, edge + 2);
          let at = from;
          for (let piece = first; piece < end; piece += 1) {
            const ends = clipped.ends(piece);
            expect(clipped.edgeOf[piece]).toBe(edge);
            expect(ends[0]).toEqual(at);
            at = ends[1];
          }
          expect(at).toEqual(to);
        }
      }),
    );
  });

  test('belong to the zones that hold their midpoint, and to no other', () => {
    fc.assert(
      fc.property(
        fc.array(districtLine, { maxLength: 4 }),
        fc.array(districtBox, { maxLength: 4 }),
        (lines, boxes) => {
          const zones = boxes.map((box, index) => boxZone(`z${index}`, box));
          const clipped = clip(lines, zones);
          for (const [index, { geometry, id }] of zones.entries()) {
            const boundary = new PreparedPolygon(geometry, id);
            const held = [...clipped.edgeOf.keys()].filter((piece) => {
              const [[ax, ay], [bx, by]] = clipped.ends(piece);
              return boundary.contains([(ax + bx) / 2, (ay + by) / 2]);
            });
            expect(clipped.piecesIn[index]).toEqual(held);
          }
        },
      ),
    );
  });

  test('are not cut twice where two zones meet on the coast', () => {
    const zones = [boxZone('west', [0, -1, 1, 1]), boxZone('east', [1, -1, 2, 1])];
    const edges = coastEdges(segmentLines([equatorSegment('a', 'sandy', [0.5, 1.5])]));
    const clipped = clipCoast(
      edges,
      zones.map(({ geometry, id }) => new PreparedPolygon(geometry, id)),
    );
    expect(clipped.edgeOf).toHaveLength(2);
  });
});
