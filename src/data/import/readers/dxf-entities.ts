import DxfParser, { type IEntity } from 'dxf-parser';

/** A class that reads entities of one kind. */
type Handler = Parameters<DxfParser['registerEntityHandler']>[0];

/** A pair of code and value, and the reader that gives the next. */
type Group = { readonly code: number; readonly value: unknown };
type Scanner = { readonly next: () => Group; readonly isEOF: () => boolean };

/** Entities that the library reads by itself. */
const READ_BY_LIBRARY = [
  ...['3DFACE', 'ARC', 'ATTDEF', 'CIRCLE', 'DIMENSION', 'INSERT', 'LINE', 'MTEXT'],
  ...['POINT', 'POLYLINE', 'SOLID', 'TEXT'],
];
/** Names that begin or end something else. */
const STRUCTURE = [
  ...['SECTION', 'ENDSEC', 'EOF', 'BLOCK', 'ENDBLK', 'TABLE', 'ENDTAB', 'VERTEX', 'SEQEND'],
];

/**
 * A parser that hands out every entity. The library drops the kinds it does not know without a word, ends a
 * polyline at the first group it does not know (91, as newer programs write), has no weights of splines, and does
 * not tell from which side an ellipse is seen.
 */
export function completeParser(text: string): DxfParser {
  const parser = new DxfParser();
  parser.registerEntityHandler(LightPolyline);
  parser.registerEntityHandler(WeightedSpline);
  parser.registerEntityHandler(SidedEllipse);
  const known = new Set([...READ_BY_LIBRARY, ...STRUCTURE, 'LWPOLYLINE', 'SPLINE', 'ELLIPSE']);
  for (const [, type = ''] of text.matchAll(/^[ \t]*0[ \t]*\r?\n[ \t]*([A-Z0-9_]+)[ \t]*\r?$/gm)) {
    if (known.has(type)) continue;
    known.add(type);
    parser.registerEntityHandler(passedOver(type));
  }
  return parser;
}

/** A handler of entities that are named and not read. */
function passedOver(type: string): Handler {
  return class {
    // The library lists the kinds it knows; it looks for any.
    readonly ForEntityName = type as InstanceType<Handler>['ForEntityName'];

    parseEntity(scanner: Scanner): IEntity {
      return entityOf(type, scanner, () => undefined);
    }
  };
}

class LightPolyline {
  readonly ForEntityName = 'LWPOLYLINE' as const;

  parseEntity(scanner: Scanner): IEntity {
    const vertices: { x: number; y: number; bulge?: number }[] = [];
    const more: Record<string, unknown> = { vertices };
    return entityOf(
      this.ForEntityName,
      scanner,
      ({ code, value }) => {
        const last = vertices.at(-1);
        if (code === 10) vertices.push({ x: Number(value), y: Number.NaN });
        else if (code === 20 && last !== undefined) last.y = Number(value);
        else if (code === 42 && last !== undefined) last.bulge = Number(value);
        else if (code === 70) more['shape'] = (Number(value) & 1) === 1;
        else if (code === 90) more['announced'] = Number(value);
        else if (code === 230) more['extrusionDirectionZ'] = Number(value);
      },
      more,
    );
  }
}

class WeightedSpline {
  readonly ForEntityName = 'SPLINE' as const;

  parseEntity(scanner: Scanner): IEntity {
    const more = {
      controlPoints: [] as { x: number; y: number }[],
      knotValues: [] as number[],
      weights: [] as number[],
      degreeOfSplineCurve: 3,
    };
    return entityOf(
      this.ForEntityName,
      scanner,
      ({ code, value }) => {
        const last = more.controlPoints.at(-1);
        if (code === 10) more.controlPoints.push({ x: Number(value), y: Number.NaN });
        else if (code === 20 && last !== undefined) last.y = Number(value);
        else if (code === 40) more.knotValues.push(Number(value));
        else if (code === 41) more.weights.push(Number(value));
        else if (code === 71) more.degreeOfSplineCurve = Number(value);
      },
      more,
    );
  }
}

class SidedEllipse {
  readonly ForEntityName = 'ELLIPSE' as const;

  parseEntity(scanner: Scanner): IEntity {
    const more = {
      center: { x: Number.NaN, y: Number.NaN },
      majorAxisEndPoint: { x: Number.NaN, y: Number.NaN },
      axisRatio: Number.NaN,
      startAngle: 0,
      endAngle: 2 * Math.PI,
      extrusionDirectionZ: 1,
    };
    return entityOf(
      this.ForEntityName,
      scanner,
      ({ code, value }) => {
        if (code === 10) more.center.x = Number(value);
        else if (code === 20) more.center.y = Number(value);
        else if (code === 11) more.majorAxisEndPoint.x = Number(value);
        else if (code === 21) more.majorAxisEndPoint.y = Number(value);
        else if (code === 40) more.axisRatio = Number(value);
        else if (code === 41) more.startAngle = Number(value);
        else if (code === 42) more.endAngle = Number(value);
        else if (code === 230) more.extrusionDirectionZ = Number(value);
      },
      more,
    );
  }
}

/** Reads the groups of an entity up to the next one. */
function entityOf(
  type: string,
  scanner: Scanner,
  take: (group: Group) => void,
  more: object = {},
): IEntity {
  const common: Record<string, unknown> = { type };
  for (let group = scanner.next(); !scanner.isEOF() && group.code !== 0; group = scanner.next()) {
    if (group.code === 8) common['layer'] = group.value;
    else if (group.code === 60) common['visible'] = Number(group.value) === 0;
    else if (group.code === 67) common['inPaperSpace'] = Number(group.value) !== 0;
    else take(group);
  }
  const entity = Object.assign(common, more);
  if (!isEntity(entity)) throw new TypeError(`an entity without a type: ${type}`);
  return entity;
}

/** Whether an object is what the library hands out; its other members are all optional in fact. */
function isEntity(value: object): value is IEntity {
  return 'type' in value && typeof value.type === 'string';
}
