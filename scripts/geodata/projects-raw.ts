import * as v from 'valibot';
import { PROJECT_STATUSES } from '../../src/domain/project.ts';
import { LINE_KINDS } from './projects-curve.ts';

/**
 * The allowed range of a manually drawn position: the plan's projects and the ends of their lines, in
 * degrees.
 */
const [WEST, SOUTH, EAST, NORTH] = [117.2, 34.4, 122.2, 37.5];

const At = v.tuple([
  v.pipe(v.number(), v.minValue(WEST), v.maxValue(EAST)),
  v.pipe(v.number(), v.minValue(SOUTH), v.maxValue(NORTH)),
]);
const AlongCoast = v.strictObject({ coast: v.tuple([At, At]) });
const Corners = v.array(v.union([At, AlongCoast]));
const Line = { via: Corners, smooth: v.optional(v.picklist(LINE_KINDS), 'none') };

const Sketch = v.variant('kind', [
  v.strictObject({ kind: v.literal('point'), at: At }),
  v.strictObject({ kind: v.literal('points'), at: v.pipe(v.array(At), v.minLength(1)) }),
  v.strictObject({ kind: v.literal('line'), ...Line }),
  v.strictObject({
    kind: v.literal('lines'),
    parts: v.pipe(v.array(v.strictObject(Line)), v.minLength(1)),
  }),
  v.strictObject({ kind: v.literal('polygon'), ring: Corners }),
  v.strictObject({ kind: v.literal('polygons'), rings: v.pipe(v.array(Corners), v.minLength(1)) }),
  v.strictObject({ kind: v.literal('islands'), near: v.pipe(v.array(At), v.minLength(1)) }),
]);

const Text = v.pipe(v.string(), v.nonEmpty());
const Positive = v.pipe(v.number(), v.gtValue(0));

const Figure = v.strictObject({
  label_zh: Text,
  label_en: Text,
  value: v.union([v.number(), Text]),
  unit: v.optional(Text),
  year: v.optional(v.pipe(v.number(), v.integer())),
  source: v.optional(Text),
});

const Project = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.slug()),
    name_zh: Text,
    name_en: Text,
    articles: v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(85))),
      v.minLength(1),
    ),
    status: v.picklist(PROJECT_STATUSES),
    summary_zh: Text,
    summary_en: Text,
    figures: v.array(Figure),
    published_length_km: v.optional(Positive),
    published_length_source: v.optional(Text),
    published_area_km2: v.optional(Positive),
    published_area_source: v.optional(Text),
    accuracy_m: v.optional(Positive),
    position_source: Text,
    position_source_zh: Text,
    site_named_in_plan: v.boolean(),
    rank: v.optional(v.picklist([1, 2, 3, 4, 5])),
    notes_zh: v.optional(Text),
    notes_en: v.optional(Text),
    sketch: v.nullable(Sketch),
  }),
  v.check(
    ({ sketch, accuracy_m }) => (sketch === null) === (accuracy_m === undefined),
    'a sketch needs accuracy_m, and an unlocated project has none',
  ),
  v.check(
    ({ sketch, notes_en, notes_zh }) =>
      sketch !== null || (notes_en !== undefined && notes_zh !== undefined),
    'an unlocated project needs notes_zh and notes_en that say why',
  ),
  v.check(
    (project) => (project.notes_zh === undefined) === (project.notes_en === undefined),
    'notes are written in both languages or in neither',
  ),
  v.check(
    (project) =>
      (project.published_length_km === undefined) ===
      (project.published_length_source === undefined),
    'a published length and its source go together',
  ),
  v.check(
    (project) =>
      (project.published_area_km2 === undefined) === (project.published_area_source === undefined),
    'a published area and its source go together',
  ),
);

const RawLayer = v.strictObject({
  layer: v.pipe(v.string(), v.slug()),
  projects: v.array(v.unknown()),
});

/** A manually drawn shape, before curves are rounded and the coast is followed. */
export type RawSketch = v.InferOutput<typeof Sketch>;
/** A corner of a ring or line: a position, or a stretch of coastline to follow. */
export type RawCorner = v.InferOutput<typeof Corners>[number];
/** One record as written by its author; see geodata/raw/projects/README.md. */
export type RawProject = v.InferOutput<typeof Project>;

/**
 * Reads one manually written layer file.
 * @throws Error naming file, project, field and fault.
 */
export function parseRawLayer(
  value: unknown,
  file: string,
): { readonly layer: string; readonly projects: readonly RawProject[] } {
  const frame = v.safeParse(RawLayer, value);
  if (!frame.success) throw new Error(`${file}: ${faultOf(frame.issues[0])}`);
  const projects = frame.output.projects.map((record, index) => {
    const project = v.safeParse(Project, record);
    if (!project.success)
      throw new Error(`${file}, project ${nameOf(record, index)}: ${faultOf(project.issues[0])}`);
    return project.output;
  });
  return { layer: frame.output.layer, projects };
}

function faultOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}

function nameOf(record: unknown, index: number): string {
  const named = v.safeParse(v.object({ id: v.string() }), record);
  return named.success ? `"${named.output.id}"` : `number ${index + 1}`;
}
