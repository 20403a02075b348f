import type { IEntity } from 'dxf-parser';
import type { Geometry, Position } from 'geojson';
import {
  type FieldValue,
  type ImportIssue,
  issue,
  type RawDataset,
  type ReadFeature,
} from '../raw-dataset.ts';
import { decodeImportText, encodingLabel } from '../text/decode-import-text.ts';
import { ellipsePositions, splinePositions } from './dxf-curves.ts';
import { completeParser } from './dxf-entities.ts';
import { soundGroups } from './dxf-groups.ts';

/** The largest distance of a chord from its arc, as a share of the radius: 1 mm on a radius of 100 m. */
const CHORD = 1e-5;

/**
 * Reads a DXF in text form: lines, polylines with arcs, circles, ellipses, arcs, splines, points and inserted blocks,
 * whose parts on layer 0 are on the layer of the insert. Layers are a field. It has no coordinate reference system.
 * What stands in paper space is the frame of a sheet, and is left out.
 */
export function readDxf(
  bytes: Uint8Array,
  given: Pick<RawDataset, 'file' | 'name'>,
  chosen?: string,
): RawDataset | undefined {
  const ascii = new TextDecoder('latin1').decode(bytes.subarray(0, 40_000));
  const [, version = 'AC1009'] = /\$ACADVER\s+1\s+(AC\d+)/.exec(ascii) ?? [];
  const [, page] = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(ascii) ?? [];
  // Text is UTF-8 from 2007 on (AC1021), before that in the drawing's code page.
  const declared =
    version >= 'AC1021' ? 'utf-8' : page && encodingLabel(page.replace(/^ansi_/i, ''));
  const confirmed = chosen === undefined ? {} : { confirmed: chosen };
  const decode = (label: string | undefined) =>
    decodeImportText(bytes, { ...(label && { declared: label }), ...confirmed });
  // A code page of the west is what programs write that do not care: any bytes obey it.
  const isWestern = declared?.startsWith('windows-') === true;
  const decoded = isWestern ? (decode(undefined) ?? decode(declared)) : decode(declared);
  if (decoded === undefined) return undefined;
  const { text, damagedFrom } = soundGroups(decoded.text);
  const drawing = parse(text);
  if (drawing === undefined) return undefined;
  const features: ReadFeature[] = [];
  const left = new Map<string, number>();
  let inPaper = 0;
  const leave = (type: string): void => {
    left.set(type, (left.get(type) ?? 0) + 1);
  };
  const hidden = new Map<string, number>();
  const draw = (entity: IEntity, place: Placement, outer: string | undefined): void => {
    const layer = outer !== undefined && (entity.layer ?? '0') === '0' ? outer : entity.layer;
    if (isHidden(entity, layer, drawing.hiddenLayers))
      hidden.set(layer ?? '0', (hidden.get(layer ?? '0') ?? 0) + 1);
    const block = blockOf(entity, drawing.blocks);
    if (block !== undefined) {
      // An empty block is a drawing beside this one, or nothing.
      if (depth >= DEEPEST || block.entities.length === 0) {
        leave('INSERT');
        return;
      }
      depth += 1;
      for (const each of placements(entity, block, place))
        for (const part of block.entities) draw(part, each, layer);
      depth -= 1;
      return;
    }
    const geometry = geometryOf(entity);
    if (geometry === undefined) {
      if (!WITHOUT_SHAPE.includes(entity.type)) leave(entity.type);
      return;
    }
    const own = isMirrored(entity) ? placed(geometry, MIRRORED) : geometry;
    features.push({
      geometry: placed(own, place),
      properties: propertiesOf(entity, layer),
      row: features.length + 1,
    });
  };
  let depth = 0;
  for (const entity of drawing.entities) {
    if (member(entity, 'inPaperSpace') === true) inPaper += 1;
    else draw(entity, SAME_PLACE, undefined);
  }
  return {
    ...given,
    format: 'DXF',
    encoding: decoded.encoding,
    fields: [
      { name: 'layer', type: 'text' },
      { name: 'type', type: 'text' },
      { name: 'text', type: 'text' },
    ],
    features,
    setAside: [...left].map(([type, count]) => leftOut(type, count)),
    crs: { kind: 'none' },
    issues: [
      ...(inPaper === 0 ? [] : [onPaper(inPaper)]),
      ...(hidden.size === 0 ? [] : [hiddenRead(hidden)]),
      ...(damagedFrom === undefined ? [] : [damaged(damagedFrom)]),
    ],
  };
}

/** How deep blocks are inserted into blocks. */
const DEEPEST = 8;

/** Entities that draw nothing by themselves: labels of inserts, and windows of sheets. */
const WITHOUT_SHAPE: readonly string[] = ['ATTRIB', 'ATTDEF', 'VIEWPORT'];

type Drawing = {
  readonly entities: readonly IEntity[];
  /** Layers that are switched off or frozen. */
  readonly hiddenLayers: ReadonlySet<string>;
  readonly blocks: Readonly<
    Record<string, { readonly entities?: readonly IEntity[]; readonly position?: object }>
  >;
};

function parse(text: string): Drawing | undefined {
  try {
    const drawing = completeParser(text).parseSync(text);
    return drawing === null
      ? undefined
      : {
          // A drawing of blocks alone has no section of entities, whatever the type says.
          entities: drawing.entities ?? [],
          blocks: drawing.blocks ?? {},
          hiddenLayers: new Set(
            Object.values(drawing.tables?.layer?.layers ?? {})
              .filter(({ visible, frozen }) => visible === false || frozen === true)
              .map(({ name }) => name),
          ),
        };
  } catch {
    return undefined;
  }
}

/** Whether the program that drew an entity does not show it. */
function isHidden(
  entity: IEntity,
  layer: string | undefined,
  hiddenLayers: ReadonlySet<string>,
): boolean {
  return member(entity, 'visible') === false || hiddenLayers.has(layer ?? '0');
}

/** What an insert does to its block. */
type Placement = (position: Position) => Position;
const SAME_PLACE: Placement = (position) => position;
const MIRRORED: Placement = ([x = 0, y = 0]) => [-x, y];

/**
 * Whether flat entities are drawn as seen from below, which mirrors them (extrusion 0, 0, −1). The others are given
 * in coordinates of the world: only the sense of an ellipse's arc depends on the side.
 */
function isMirrored(entity: IEntity): boolean {
  return isSeenFromBelow(entity) && !['LINE', 'POINT', 'SPLINE', 'ELLIPSE'].includes(entity.type);
}

function isSeenFromBelow(entity: IEntity): boolean {
  const given = member(entity, 'extrusionDirection');
  const z =
    member(entity, 'extrusionDirectionZ') ??
    (typeof given === 'object' && given !== null ? member(given, 'z') : undefined);
  return typeof z === 'number' && z < 0;
}

type Block = { readonly entities: readonly IEntity[]; readonly base: Position };

function blockOf(entity: IEntity, blocks: Drawing['blocks']): Block | undefined {
  const name = member(entity, 'name');
  if (entity.type !== 'INSERT' || typeof name !== 'string' || !Object.hasOwn(blocks, name))
    return undefined;
  const { entities, position } = blocks[name] ?? {};
  return entities === undefined ? undefined : { entities, base: pointOf(position) ?? [0, 0] };
}

/** The places of a block that is inserted, once or in rows and columns. */
function placements(
  entity: IEntity,
  { base: [baseX = 0, baseY = 0] }: Block,
  around: Placement,
): readonly Placement[] {
  const number = (name: string, missing: number): number => {
    const value = member(entity, name);
    return typeof value === 'number' ? value : missing;
  };
  const [x, y] = pointOf(member(entity, 'position')) ?? [0, 0];
  const angle = (number('rotation', 0) * Math.PI) / 180;
  const [scaleX, scaleY] = [number('xScale', 1), number('yScale', 1)];
  const [columns, rows] = [number('columnCount', 1), number('rowCount', 1)];
  const places: Placement[] = [];
  for (let row = 0; row < Math.min(rows, 1000); row += 1) {
    for (let column = 0; column < Math.min(columns, 1000); column += 1) {
      const [right, up] = [column * number('columnSpacing', 0), row * number('rowSpacing', 0)];
      places.push(([px = 0, py = 0]) => {
        const [sx, sy] = [(px - baseX) * scaleX + right, (py - baseY) * scaleY + up];
        const turned: Position = [
          (x ?? 0) + sx * Math.cos(angle) - sy * Math.sin(angle),
          (y ?? 0) + sx * Math.sin(angle) + sy * Math.cos(angle),
        ];
        return around(isMirrored(entity) ? MIRRORED(turned) : turned);
      });
    }
  }
  return places;
}

function member(entity: object, name: string): unknown {
  return Object.hasOwn(entity, name) ? Reflect.get(entity, name) : undefined;
}

function pointOf(value: unknown): Position | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const [x, y] = [member(value, 'x'), member(value, 'y')];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined;
}

function pointsOf(value: unknown): Position[] {
  return Array.isArray(value)
    ? value.flatMap((point) => {
        const at = pointOf(point);
        return at === undefined ? [] : [at];
      })
    : [];
}

function geometryOf(entity: IEntity): Geometry | undefined {
  switch (entity.type) {
    case 'LINE':
      return lineOf(pointsOf(member(entity, 'vertices')), false);
    case 'LWPOLYLINE':
    case 'POLYLINE':
      if (isNoPolyline(entity)) return undefined;
      return lineOf(
        withArcs(member(entity, 'vertices'), member(entity, 'shape') === true),
        member(entity, 'shape') === true,
      );
    case 'SPLINE':
      return splineOf(entity);
    case 'ELLIPSE':
      return ellipseOf(entity);
    case 'CIRCLE':
    case 'ARC':
      return arcOf(entity);
    case 'POINT': {
      const at = pointOf(member(entity, 'position'));
      return at && { type: 'Point', coordinates: at };
    }
    case 'TEXT':
    case 'MTEXT': {
      const at = pointOf(member(entity, 'startPoint')) ?? pointOf(member(entity, 'position'));
      return at && { type: 'Point', coordinates: at };
    }
    default:
      return undefined;
  }
}

function lineOf(positions: Position[], isClosed: boolean): Geometry | undefined {
  if (positions.length < 2) return undefined;
  const [start, end] = [positions[0] ?? [], positions.at(-1) ?? []];
  const closes = start[0] === end[0] && start[1] === end[1];
  if (positions.length > 3 && closes) return { type: 'Polygon', coordinates: [positions] };
  if (!isClosed || positions.length < 3) return { type: 'LineString', coordinates: positions };
  return { type: 'Polygon', coordinates: [[...positions, start]] };
}

/** The vertices of a polyline, with chords for its arcs: a bulge is the tangent of a quarter of the arc's angle. */
function withArcs(vertices: unknown, isClosed: boolean): Position[] {
  // The frame of a fitted curve is no part of it.
  const list = (Array.isArray(vertices) ? vertices : []).filter(
    (vertex) => member(vertex, 'splineControlPoint') !== true,
  );
  const positions: Position[] = [];
  for (const [index, vertex] of list.entries()) {
    const from = pointOf(vertex);
    if (from === undefined) continue;
    positions.push(from);
    const bulge = member(vertex, 'bulge');
    const next = pointOf(list[index + 1] ?? (isClosed ? list[0] : undefined));
    if (typeof bulge === 'number' && bulge !== 0 && next !== undefined)
      positions.push(...arcBetween(from, next, bulge));
  }
  return positions;
}

function arcBetween(
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
  bulge: number,
): readonly Position[] {
  const angle = 4 * Math.atan(bulge);
  const chord = Math.hypot(bx - ax, by - ay);
  const radius = chord / (2 * Math.sin(angle / 2));
  const height = radius * Math.cos(angle / 2);
  const [cx, cy] = [
    (ax + bx) / 2 - (height * (by - ay)) / chord,
    (ay + by) / 2 + (height * (bx - ax)) / chord,
  ];
  const start = Math.atan2(ay - cy, ax - cx);
  const steps = stepsFor(Math.abs(angle));
  return Array.from({ length: steps - 1 }, (_, step): Position => {
    const at = start + (angle * (step + 1)) / steps;
    return [cx + Math.abs(radius) * Math.cos(at), cy + Math.abs(radius) * Math.sin(at)];
  });
}

/** Meshes are surfaces; one with fewer vertices than it announces is damaged. */
function isNoPolyline(entity: IEntity): boolean {
  const [announced, vertices] = [member(entity, 'announced'), member(entity, 'vertices')];
  const isDamaged =
    typeof announced === 'number' && Array.isArray(vertices) && announced !== vertices.length;
  const isMesh = ['is3dPolygonMesh', 'isPolyfaceMesh'].some(
    (name) => member(entity, name) === true,
  );
  return isDamaged || isMesh;
}

/** A spline by its control points; one of fit points alone has no shape that is written down. */
function splineOf(entity: IEntity): Geometry | undefined {
  const numbers = (name: string): readonly number[] => {
    const given = member(entity, name);
    return Array.isArray(given) ? given.filter((value) => typeof value === 'number') : [];
  };
  const positions = splinePositions({
    degree: Number(member(entity, 'degreeOfSplineCurve')),
    knots: numbers('knotValues'),
    points: pointsOf(member(entity, 'controlPoints')),
    weights: numbers('weights'),
  });
  return positions && lineOf(positions, false);
}

function ellipseOf(entity: IEntity): Geometry | undefined {
  const [centre, major] = [
    pointOf(member(entity, 'center')),
    pointOf(member(entity, 'majorAxisEndPoint')),
  ];
  const [ratio, from, to] = ['axisRatio', 'startAngle', 'endAngle'].map((name) =>
    member(entity, name),
  );
  if (centre === undefined || major === undefined || typeof ratio !== 'number') return undefined;
  // The minor axis lies to the left of the major one, as seen from the side that the extrusion names.
  const minor = isSeenFromBelow(entity) ? -ratio : ratio;
  const positions = ellipsePositions(
    { centre, major, ratio: minor, from: Number(from ?? 0), to: Number(to ?? 2 * Math.PI) },
    stepsFor(2 * Math.PI),
  );
  return lineOf(positions, false);
}

/** So many chords that none is farther from the arc than `CHORD`. */
function stepsFor(angle: number): number {
  return Math.max(2, Math.ceil(angle / (2 * Math.acos(1 - CHORD))));
}

function arcOf(entity: IEntity): Geometry | undefined {
  const centre = pointOf(member(entity, 'center'));
  const radius = member(entity, 'radius');
  if (centre === undefined || typeof radius !== 'number') return undefined;
  const isCircle = entity.type === 'CIRCLE';
  const [from, to] = isCircle
    ? [0, 2 * Math.PI]
    : [Number(member(entity, 'startAngle') ?? 0), Number(member(entity, 'endAngle') ?? 0)];
  const angle = to > from ? to - from : to - from + 2 * Math.PI;
  const steps = stepsFor(angle);
  const [cx = 0, cy = 0] = centre;
  const positions = Array.from({ length: steps + 1 }, (_, step): Position => {
    const at = from + (angle * (isCircle && step === steps ? 0 : step)) / steps;
    return [cx + radius * Math.cos(at), cy + radius * Math.sin(at)];
  });
  return isCircle
    ? { type: 'Polygon', coordinates: [positions] }
    : { type: 'LineString', coordinates: positions };
}

function placed(geometry: Geometry, place: Placement): Geometry {
  if (place === SAME_PLACE) return geometry;
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: place(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(place) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(place)) };
    default:
      return geometry;
  }
}

function propertiesOf(entity: IEntity, layer: string | undefined): Record<string, FieldValue> {
  const text = member(entity, 'text');
  return {
    layer: unescapeText(layer ?? ''),
    type: entity.type,
    text: typeof text === 'string' ? unescapeText(text) : null,
  };
}

/** Code pages of `\M+n`, by their number. */
const MIF_PAGES = [undefined, 'shift_jis', 'big5', 'euc-kr', undefined, 'gb18030'] as const;

/** Characters that older programs write as `\U+6D77`, or as `\M+5BAA3` in a code page. */
function unescapeText(text: string): string {
  const plain = text.replace(
    /\\M\+([1-5])([0-9A-F]{2})([0-9A-F]{2})/gi,
    (whole, page, high, low) => {
      const label = MIF_PAGES[Number(page)];
      const bytes = Uint8Array.of(Number.parseInt(high, 16), Number.parseInt(low, 16));
      return label === undefined ? whole : new TextDecoder(label).decode(bytes);
    },
  );
  return plain.replace(/\\U\+([0-9A-F]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function onPaper(count: number): ImportIssue {
  return issue(
    'paper-space-left-out',
    'note',
    {
      zh: `图纸空间的 ${count} 个图元（图框、标题栏）未读入。`,
      en: `${count} entities of paper space (frames and titles) were left out.`,
    },
    { zh: '无需处理；数据应在模型空间。', en: 'Nothing needs doing: data belong in model space.' },
  );
}

function damaged(line: number): ImportIssue {
  return issue(
    'file-truncated',
    'error',
    {
      zh: `图纸从第 ${line} 行起已损坏（组码应为整数），其后的图元未读入。`,
      en: `the drawing is damaged from line ${line} on, where a group code should be a whole number: entities from there on were not read.`,
    },
    {
      zh: '在 CAD 中修复（AUDIT）后另存为 DXF。',
      en: 'Repair it in CAD (AUDIT), and save it as DXF again.',
    },
  );
}

function hiddenRead(hidden: ReadonlyMap<string, number>): ImportIssue {
  const count = [...hidden.values()].reduce((sum, each) => sum + each, 0);
  const layers = [...hidden.keys()].map(unescapeText);
  return issue(
    'hidden-read',
    'warning',
    {
      zh: `${count} 个图元是隐藏的，或在关闭、冻结的图层上（${layers.join('、')}），也读入了。`,
      en: `${count} entities are invisible, or on layers that are off or frozen (${layers.join(', ')}); they were read all the same.`,
    },
    {
      zh: '不要的先在 CAD 中删除。',
      en: 'Delete in the CAD program what is not meant.',
    },
  );
}

function leftOut(type: string, count: number): ImportIssue {
  return issue(
    'entity-unsupported',
    'warning',
    { zh: `${count} 个 ${type} 图元未读入。`, en: `${count} ${type} entities were left out.` },
    { zh: '在 CAD 中炸开或转换为多段线。', en: 'Explode them or convert them to polylines.' },
  );
}
