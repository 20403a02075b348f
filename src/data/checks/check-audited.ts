import { lengthInWords, type ProvisionalReason } from '../../domain/audit/provisional-reason.ts';
import { REALMS, type Realm } from '../../domain/coastline.ts';
import type { LayerRole } from '../../domain/dataset.ts';
import { measureGeometry } from '../../domain/geodesy.ts';
import type { BoundingBox } from '../../domain/geometry.ts';
import type { Issue } from '../../domain/issue.ts';
import type { SetAside } from '../../domain/layer-state.ts';
import { carriedReasons } from '../coast/carried-reasons.ts';
import { getOwn, isRecord, wordOf } from '../record.ts';
import { checkText } from './check-text.ts';
import { linesOfCollection } from './geometry-collections.ts';
import { JsonPlaces, type PlaceFinder, placeOfIssue } from './json-places.ts';
import { plainName } from './property-names.ts';
import { exactCopies } from './repeated-features.ts';

/** A file of an audit and its reader's result; a rule has no features. */
export type AuditedFile = {
  readonly file: string;
  readonly dataset: string;
  readonly role: LayerRole | 'rule';
  readonly text: string;
  /** The text as JSON, when it has been parsed already. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
  readonly setAside: readonly SetAside[];
  /** Finds places in what the user gave, where that is not the text. */
  readonly places?: PlaceFinder;
  /** The extent of the plan that the file belongs to; undefined when that is not known. */
  readonly extent?: BoundingBox | undefined;
};

/** The issues found in one file, and the reasons why figures based on it are provisional. */
export type CheckedInput = {
  readonly issues: readonly Issue[];
  readonly reasons: readonly ProvisionalReason[];
};

/** Codes of issues that may make a figure differ from the intended one. */
const UNCERTAIN = ['key-repeated', 'crs-not-wgs84', 'target-out-of-range', 'property-name'];
/** Deciding keys of a rule: under another spelling the default is used instead. */
const DECIDING = ['target', 'counting', 'sensitivity', 'generalisem', 'estuary', 'flip'];

/** Checks a file of an audit beyond its reader's issues, and returns the reasons for provisional figures. */
export function checkAudited(input: AuditedFile): CheckedInput {
  const { file, role, issues: ofReader } = input;
  const issues = checkText(input);
  const places = input.places ?? new JsonPlaces(input.text);
  const uncertain = [...issues, ...ofReader].filter((issue) => isUncertain(issue, role));
  return {
    issues,
    reasons: [
      ...carriedReasons(input.value).map(
        ({ index, ...reason }): ProvisionalReason => ({
          ...reason,
          file,
          ...places.placeOf(['reasons', index]),
        }),
      ),
      ...setAsideReasons(input, places),
      ...uncertain.map(
        (issue): ProvisionalReason => ({
          code: issue.code,
          message: issue.message,
          file,
          ...placeOfIssue(issue, places),
          ...(issue.featureId !== undefined && { featureId: issue.featureId }),
        }),
      ),
    ],
  };
}

function isUncertain({ code, path, featureIndex }: Issue, role: AuditedFile['role']): boolean {
  // Some features of the file lie elsewhere; a plan of another area does so as a whole.
  if (code === 'outside-plan-area') return featureIndex !== undefined;
  if (role === 'rule' && code === 'rule-key-unknown')
    return DECIDING.includes(plainName(String(path.at(-1))));
  // All of a feature's length is missing; a part without any takes nothing away.
  if (code === 'line-without-length') return path.at(-1) === 'geometry';
  return UNCERTAIN.includes(code);
}

/** The unusable features: one sentence for those that are lost and one for those that are copies. */
function setAsideReasons(input: AuditedFile, places: PlaceFinder): readonly ProvisionalReason[] {
  const { file, role, value, issues, setAside } = input;
  if (setAside.length === 0) return [];
  const copied = new Set([...exactCopies(issues, value)].map(({ featureIndex }) => featureIndex));
  const [lost, copies] = [
    setAside.filter(({ featureIndex }) => !copied.has(featureIndex)),
    setAside.filter(({ featureIndex }) => copied.has(featureIndex)),
  ];
  const { lengthM, lengthOfRealm } = lengthsOf(role === 'coastline' ? lost : [], value);
  const reason = (code: string, of: readonly SetAside[], message: ProvisionalReason['message']) => {
    const [first] = of;
    if (first === undefined) return [];
    const place = places.placeOf(['features', first.featureIndex]);
    const isMissing = code === 'features-set-aside' && lengthM > 0;
    return [{ code, message, file, ...place, ...(isMissing && { lengthM, lengthOfRealm }) }];
  };
  const [zh, en] = [
    role === 'coastline' ? '段岸线' : '个区段',
    role === 'coastline' ? 'stretch' : 'zone',
  ];
  const unmeasured = role === 'coastline' && lengthM === 0;
  return [
    ...reason('features-set-aside', lost, {
      zh: `${lost.length} ${zh}${lengthM > 0 ? `（${lengthInWords(lengthM, 'zh')}）` : ''}无法读取，不在数字之内${unmeasured ? '，长度不明' : ''}。`,
      en: `${lost.length} ${plural(en, lost.length)}${lengthM > 0 ? ` (${lengthInWords(lengthM, 'en')})` : ''} could not be read and ${lost.length === 1 ? 'is' : 'are'} not in the figures${unmeasured ? '; how long is not known' : ''}.`,
    }),
    ...reason('features-repeated', copies, {
      zh: `${copies.length} ${zh}在文件中逐字重复，只计一次。`,
      en: `${copies.length} ${plural(en, copies.length)} stand${copies.length === 1 ? 's' : ''} in the file twice, word for word; counted once.`,
    }),
  ];
}

function plural(noun: string, count: number): string {
  if (count === 1) return noun;
  return noun === 'stretch' ? 'stretches' : `${noun}s`;
}

/**
 * The length of the features' lines in metres on the ellipsoid, as far as their geometry is readable, and the parts
 * of it whose realm is known. As for coast that is read, none means the mainland.
 */
function lengthsOf(
  features: readonly SetAside[],
  value: unknown,
): Required<Pick<ProvisionalReason, 'lengthM' | 'lengthOfRealm'>> {
  const listed = isRecord(value) ? getOwn(value, 'features') : undefined;
  const lengthOfRealm = { mainland: 0, island: 0 };
  let lengthM = 0;
  for (const { featureIndex, geometry } of features) {
    const feature: unknown = Array.isArray(listed) ? listed[featureIndex] : undefined;
    const given = isRecord(feature) ? feature : undefined;
    const lines = geometry ?? linesOfCollection(given && getOwn(given, 'geometry'));
    if (lines?.type !== 'LineString' && lines?.type !== 'MultiLineString') continue;
    const ownM = measureGeometry(lines).lengthM.ellipsoid;
    lengthM += ownM;
    const realm = given && realmOf(getOwn(given, 'properties'));
    if (realm !== undefined) lengthOfRealm[realm] += ownM;
  }
  return { lengthM, lengthOfRealm };
}

function realmOf(properties: unknown): Realm | undefined {
  if (!isRecord(properties)) return undefined;
  const isStated = (getOwn(properties, 'realm') ?? undefined) !== undefined;
  return isStated ? wordOf(properties, 'realm', REALMS) : 'mainland';
}
