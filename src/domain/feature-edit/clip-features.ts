import type { Feature, Geometry, Position } from 'geojson';
import { PreparedPolygon } from '../geometry/prepared-polygon.ts';
import type { ArealGeometry } from '../geometry.ts';
import { failed, ok, type Result } from '../result.ts';
import { middleOf, type Rings } from './area-chains.ts';
import { type Clip, type ClipSide, clipBorder, clippedArea } from './clip-area.ts';
import { cutLine, nodesOf } from './cut-features.ts';
import { type EdgeNodes, withNodes } from './edge-nodes.ts';
import { areaGeometry, areasOf, pathsOf } from './geometry-parts.ts';
import { isRing, type NodedLines, nodeLines } from './node-line.ts';
import { PlaceMap } from './place-map.ts';
import { lineGeometry, linePartsOf } from './split-line.ts';

/** Why nothing is clipped. */
export type ClipRefusal =
  | 'clip-changes-nothing'
  /** Of all chosen features nothing would be left. */
  | 'clip-leaves-nothing'
  /** The area crosses or overlaps itself. */
  | 'clip-area-faulty'
  | 'unclear';

/** What is left of the features that a clip changes; undefined for one of which nothing is. */
export type ClippedFeatures<F> = ReadonlyMap<F, Geometry | undefined>;

/**
 * Clips lines and areas by an area, and keeps what lies on one side of its border; a line along the border lies inside.
 * Features that are all on the kept side stay as they are, and so do points. Returns what is left of the others, and
 * the vertices that features get on borders which they share with these or with the area.
 */
export function clipFeatures<F extends Feature<Geometry | null>>(
  chosen: readonly F[],
  area: ArealGeometry,
  keeps: ClipSide,
): Result<{ readonly clipped: ClippedFeatures<F>; readonly nodes: EdgeNodes }, ClipRefusal> {
  const border = clipBorder(area);
  if (border === undefined) return failed('clip-area-faulty');
  const shapes = chosen.filter(({ geometry }) => geometry !== null && pathsOf(geometry).length > 0);
  const noded = nodeLines(
    border,
    shapes.flatMap(({ geometry }) => (geometry === null ? [] : pathsOf(geometry))),
  );
  const clip: Clip = { noded, keeps, ground: new PreparedPolygon(area, 'clip') };
  const clipped = new Map<F, Geometry | undefined>();
  for (const feature of shapes) {
    if (feature.geometry === null) continue;
    const left = clippedGeometry(feature.geometry, clip);
    if (!left.ok) return left;
    if (left.value !== feature.geometry) clipped.set(feature, left.value);
  }
  if (clipped.size === 0) return failed('clip-changes-nothing');
  if (clipped.size === chosen.length && [...clipped.values()].every((left) => left === undefined))
    return failed('clip-leaves-nothing');
  return ok({
    clipped,
    nodes: withBorderNodes(nodesOf(chosen, clipped, noded), { border, noded, clipped }),
  });
}

/** What is left of a geometry: the same object where that is all of it, undefined where it is nothing. */
function clippedGeometry(geometry: Geometry, clip: Clip): Result<Geometry | undefined, 'unclear'> {
  const lines = linePartsOf(geometry);
  if (lines !== undefined) {
    const left = lines.map((line) => clippedLine(line, clip));
    if (left.every((pieces, index) => pieces[0] === lines[index])) return ok(geometry);
    const pieces = left.flat();
    return ok(pieces.length === 0 ? undefined : lineGeometry(pieces));
  }
  const areas = areasOf(geometry);
  const left: (readonly Rings[])[] = [];
  for (const rings of areas) {
    const parts = clippedArea(rings, clip);
    if (!parts.ok) return parts;
    left.push(parts.value);
  }
  if (left.every((parts, index) => parts[0] === areas[index])) return ok(geometry);
  const parts = left.flat();
  return ok(parts.length === 0 ? undefined : areaGeometry(parts));
}

/** The pieces of a line on the kept side; the line itself, the same object, where that is all of it. */
function clippedLine(line: readonly Position[], clip: Clip): readonly (readonly Position[])[] {
  const pieces = cutLine(line, clip.noded).map((piece) => ({
    piece,
    isKept: clip.ground.contains(middleOf(piece)) === (clip.keeps === 'inside'),
  }));
  if (pieces.every(({ isKept }) => isKept)) return [line];
  const kept: (readonly Position[])[] = [];
  for (const [index, { piece, isKept }] of pieces.entries()) {
    if (!isKept) continue;
    // Where a line only touches the border it goes on.
    const before = pieces[index - 1]?.isKept === true ? kept.pop() : undefined;
    kept.push(before === undefined ? piece : [...before, ...piece.slice(1)]);
  }
  const [first, last] = [kept[0], kept.at(-1)];
  const goesOn = isRing(line) && pieces[0]?.isKept === true && pieces.at(-1)?.isKept === true;
  if (!goesOn || first === undefined || last === undefined || kept.length < 2) return kept;
  return [[...last, ...first.slice(1)], ...kept.slice(1, -1)];
}

/** New vertices, with those that the border of the area gets where what is clipped meets it. */
function withBorderNodes<F extends Feature<Geometry | null>>(
  nodes: EdgeNodes,
  {
    border,
    noded,
    clipped,
  }: {
    readonly border: readonly (readonly Position[])[];
    readonly noded: NodedLines;
    readonly clipped: ClippedFeatures<F>;
  },
): EdgeNodes {
  const met = new PlaceMap<true>();
  for (const { geometry } of clipped.keys())
    for (const path of geometry === null ? [] : pathsOf(geometry))
      for (const at of withNodes(path, noded.nodes)) if (noded.met.has(at)) met.set(at, true);
  for (const ring of border)
    for (const [index, at] of ring.entries()) {
      const before = ring[index - 1];
      if (before === undefined) continue;
      for (const place of noded.ownNodes.along(before, at) ?? [])
        if (met.has(place)) nodes.add(before, at, place);
    }
  return nodes;
}
