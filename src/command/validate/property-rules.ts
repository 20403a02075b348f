import {
  COASTLINE_CLASSES,
  COASTLINE_USES,
  CONFIDENCES,
  PROTECTION_GRADES,
  REALMS,
} from '../../domain/coastline.ts';
import type { IssueSeverity } from '../../domain/issue.ts';
import { PROJECT_STATUSES } from '../../domain/project.ts';
import { SITE_YEARS } from '../../domain/scenarios/scenario.ts';
import type { FileRole } from '../files/file-role.ts';

/** The allowed values of a property. */
export type Expectation =
  | { readonly kind: 'text' | 'boolean' | 'articles' | 'figures' | 'id' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'word'; readonly allowed: readonly string[] };

/** A property of a role: its allowed values, and the severity when it is missing. */
export type PropertyRule = {
  readonly name: string;
  readonly expects: Expectation;
  readonly missing?: IssueSeverity;
};

const text = (name: string, missing?: IssueSeverity): PropertyRule =>
  rule(name, { kind: 'text' }, missing);
const word = (name: string, allowed: readonly string[], missing?: IssueSeverity): PropertyRule =>
  rule(name, { kind: 'word', allowed }, missing);
const number = (name: string, least: number, most: number): PropertyRule =>
  rule(name, { kind: 'number', least, most });

function rule(name: string, expects: Expectation, missing?: IssueSeverity): PropertyRule {
  return missing === undefined ? { name, expects } : { name, expects, missing };
}

const NAMES = [rule('id', { kind: 'id' }), text('name_zh'), text('name_en')];

/**
 * The properties of each role. The readers that the app shares report missing ids, names and accuracies, so
 * these are not required here.
 */
export const PROPERTY_RULES: Readonly<Record<FileRole, readonly PropertyRule[]>> = {
  coastline: [
    ...NAMES,
    word('class', COASTLINE_CLASSES, 'warning'),
    word('use', COASTLINE_USES),
    word('realm', REALMS, 'warning'),
    word('confidence', CONFIDENCES, 'warning'),
    word('grade', PROTECTION_GRADES),
    text('position_source', 'warning'),
    text('class_source', 'warning'),
  ],
  zones: [
    ...NAMES,
    number('target', 0, 1),
    word('grade', PROTECTION_GRADES),
    rule('articles', { kind: 'articles' }),
    text('position_source', 'warning'),
  ],
  projects: [
    ...NAMES,
    text('layer', 'error'),
    word('status', PROJECT_STATUSES, 'error'),
    rule('articles', { kind: 'articles' }, 'warning'),
    text('summary_zh', 'warning'),
    text('summary_en', 'warning'),
    rule('figures', { kind: 'figures' }),
    number('year', SITE_YEARS.least, SITE_YEARS.most),
    number('published_length_km', 0, 40_000),
    text('published_length_source'),
    number('published_area_km2', 0, 1e6),
    text('published_area_source'),
    number('accuracy_m', 0, 1e6),
    text('position_source'),
    rule('site_named_in_plan', { kind: 'boolean' }, 'warning'),
    text('notes_zh'),
    text('notes_en'),
  ],
  base: [...NAMES, text('kind', 'warning'), number('rank', 0, 99)],
  shown: NAMES,
  catalogue: [],
  rule: [],
  deck: [],
  geojson: [],
};
