import type { Geometry, Position } from 'geojson';

/** Reads well-known text of a geometry (OGC 06-103r4), with or without SRID and heights; undefined when it is none. */
export function readWkt(given: string): Geometry | undefined {
  const text = given.trim().replace(/^SRID\s*=\s*\d+\s*;\s*/i, '');
  const [, name = '', body = ''] = /^([A-Z]+)\s*(?:Z|M|ZM)?\s*(\(.*\))$/is.exec(text) ?? [];
  const nested = body === '' ? undefined : parenthesesOf(body);
  if (nested === undefined) return undefined;
  switch (name.toUpperCase()) {
    case 'POINT': {
      const [position] = positionsIn(nested) ?? [];
      return position && { type: 'Point', coordinates: position };
    }
    case 'MULTIPOINT': {
      const coordinates =
        positionsIn(nested) ?? nested.parts.flatMap((part) => positionsIn(part) ?? []);
      return coordinates.length === 0 ? undefined : { type: 'MultiPoint', coordinates };
    }
    case 'LINESTRING': {
      const coordinates = positionsIn(nested);
      return coordinates && { type: 'LineString', coordinates };
    }
    case 'MULTILINESTRING': {
      const coordinates = linesIn(nested);
      return coordinates && { type: 'MultiLineString', coordinates };
    }
    case 'POLYGON': {
      const coordinates = linesIn(nested);
      return coordinates && { type: 'Polygon', coordinates };
    }
    case 'MULTIPOLYGON': {
      const polygons = nested.parts.map(linesIn);
      const coordinates = polygons.filter((polygon) => polygon !== undefined);
      return coordinates.length === polygons.length && coordinates.length > 0
        ? { type: 'MultiPolygon', coordinates }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A pair of parentheses: other pairs inside, or the text of positions. */
type Parentheses = { readonly parts: readonly Parentheses[]; readonly text: string };

function parenthesesOf(body: string): Parentheses | undefined {
  const stack: { parts: Parentheses[]; text: string }[] = [{ parts: [], text: '' }];
  for (const character of body) {
    if (character === '(') stack.push({ parts: [], text: '' });
    else if (character === ')') {
      const closed = stack.pop();
      const around = stack.at(-1);
      if (closed === undefined || around === undefined) return undefined;
      around.parts.push(closed);
    } else {
      const open = stack.at(-1);
      if (open !== undefined) open.text += character;
    }
  }
  return stack.length === 1 ? stack[0]?.parts[0] : undefined;
}

function positionsIn({ text, parts }: Parentheses): Position[] | undefined {
  if (parts.length > 0) return undefined;
  const positions = text.split(',').map((part) => part.trim().split(/\s+/).slice(0, 2).map(Number));
  return positions.every((position) => position.length === 2 && position.every(Number.isFinite))
    ? positions
    : undefined;
}

function linesIn({ parts }: Parentheses): Position[][] | undefined {
  const lines = parts.map(positionsIn).filter((line) => line !== undefined);
  return lines.length === parts.length && lines.length > 0 ? lines : undefined;
}
