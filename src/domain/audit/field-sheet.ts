import type { Bilingual } from '../bilingual.ts';
import type { CoastlineClass, CoastlineSegment, CoastlineUse, Confidence } from '../coastline.ts';
import type { Reclassification } from './reclassification.ts';

/** What a row of a field sheet says of the shore: nothing yet, a class, or words that name none. */
export type FieldFinding =
  | { readonly kind: 'blank' }
  | { readonly kind: 'class'; readonly class: CoastlineClass; readonly use?: CoastlineUse }
  /** Words such as "other" or "unknown": the class stays open. */
  | { readonly kind: 'open'; readonly text: string }
  | { readonly kind: 'unread'; readonly text: string };

/** A row of a field sheet: what was found at one stretch or sample point. */
export type FieldRow = {
  /** Its number in the file, from 1. */
  readonly row: number;
  /** Its sheet, in a workbook with several such sheets. */
  readonly sheet?: string;
  /** The column of ids; empty where the cell or the column is. */
  readonly id: string;
  /** The column that names the stretch beside an id, as a list of sample points has it. */
  readonly segmentId: string;
  readonly found: FieldFinding;
  /** The day in ISO 8601. */
  readonly date?: string;
  /** A date that cannot be read, as written. */
  readonly unreadDate?: string;
  readonly remark: string;
  readonly by: string;
  readonly confidence?: Confidence;
  /** A confidence that cannot be read, as written. */
  readonly unreadConfidence?: string;
};

/** Something to tell of a file as a whole. */
export type FieldNote = { readonly message: Bilingual; readonly cure: Bilingual };

/** A field sheet as read: every row below its header that is not empty. */
export type FieldSheet = {
  readonly file: string;
  readonly rows: readonly FieldRow[];
  readonly notes: readonly FieldNote[];
};

/** Why a row that names a class, or tries to, is not taken. */
export type FieldRefusal =
  | 'no-id'
  | 'unknown-id'
  /** A point of a sample, which says nothing of a whole stretch. */
  | 'sample-point'
  /** The stretch is in the data and could not be used. */
  | 'set-aside'
  | 'class-unread'
  | 'class-open'
  /** The rule leaves the class out of the total: it is no answer to a sample. */
  | 'class-excluded'
  /** The point lies on another stretch than the sample's. */
  | 'elsewhere'
  /** Other rows find another class there: none of them is taken. */
  | 'contradicted'
  /** Another row, which is taken, finds the same. */
  | 'repeated';

/** A row that is not taken, and the other rows that it is about, the first three of many. */
export type RefusedRow = {
  readonly row: FieldRow;
  readonly why: FieldRefusal;
  readonly others?: readonly FieldRow[];
};

/** A row that is taken, with what it is about. */
export type TakenRow<Subject> = {
  readonly subject: Subject;
  readonly row: FieldRow;
  readonly found: FieldFinding & { readonly kind: 'class' };
};

/** The rows of a sheet, each in one of three lists. */
export type SortedRows<Subject> = {
  readonly taken: readonly TakenRow<Subject>[];
  /** Rows without a class found. */
  readonly blanks: readonly FieldRow[];
  readonly refused: readonly RefusedRow[];
};

/** What a row is about, or why it is refused. */
export type FieldSubject<Subject> = { readonly subject: Subject } | { readonly why: FieldRefusal };

/**
 * Sorts rows into those to take, those not filled in, and those to refuse. Of rows that find the same in one place, the
 * latest is taken; of rows that find different things there, none.
 */
export function sortRows<Subject>(
  rows: readonly FieldRow[],
  subjectOf: (row: FieldRow) => FieldSubject<Subject>,
): SortedRows<Subject> {
  const groups = new Map<Subject, TakenRow<Subject>[]>();
  const blanks: FieldRow[] = [];
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const { found } = row;
    const about = subjectOf(row);
    if (found.kind === 'blank') blanks.push(row);
    else if ('why' in about) refused.push({ row, why: about.why });
    else if (found.kind === 'unread') refused.push({ row, why: 'class-unread' });
    else if (found.kind === 'open') refused.push({ row, why: 'class-open' });
    else {
      const { subject } = about;
      const group = groups.get(subject);
      if (group === undefined) groups.set(subject, [{ subject, row, found }]);
      else group.push({ subject, row, found });
    }
  }
  const taken: TakenRow<Subject>[] = [];
  for (const group of groups.values()) {
    const best = isContradictory(group) ? undefined : latest(group);
    if (best !== undefined) taken.push(best);
    for (const { row, found } of group) {
      if (best === undefined)
        refused.push({ row, why: 'contradicted', others: against(found, group) });
      else if (row !== best.row) refused.push({ row, why: 'repeated', others: [best.row] });
    }
  }
  return { taken, blanks, refused };
}

/** So many rows are named that contradict another. */
const MOST_OTHERS = 3;

/** The first rows of a group that find another class or use; one that names no use is against those that differ in it. */
function against(
  found: TakenRow<unknown>['found'],
  group: readonly TakenRow<unknown>[],
): readonly FieldRow[] {
  const rows: FieldRow[] = [];
  for (const other of group) {
    if (rows.length === MOST_OTHERS) break;
    if (other.found.class !== found.class || other.found.use !== found.use) rows.push(other.row);
  }
  return rows;
}

/** Whether rows find different classes, or different uses as far as they name any. */
function isContradictory(group: readonly TakenRow<unknown>[]): boolean {
  const classes = new Set(group.map(({ found }) => found.class));
  const uses = new Set(group.flatMap(({ found }) => found.use ?? []));
  return classes.size > 1 || uses.size > 1;
}

/** The row of the latest day; of rows alike in that, one that names a use, and then the last. */
function latest<Subject>(group: readonly TakenRow<Subject>[]): TakenRow<Subject> {
  const rank = ({ row, found }: TakenRow<Subject>): string =>
    `${row.date ?? ''} ${found.use === undefined ? 0 : 1}`;
  return group.reduce((best, each) => (rank(each) < rank(best) ? best : each));
}

/** A stretch that was visited, and what becomes of it. */
export type FieldVisit = TakenRow<CoastlineSegment> & {
  /** Whether class or use become others; otherwise what is drawn is confirmed. */
  readonly isChange: boolean;
  /** Found as natural without the kind, where the data name a natural kind: the kind stays. */
  readonly isKindKept: boolean;
  readonly confidence: Confidence;
};

/** What a field sheet does to a coast. Each of its rows is in one of the three lists. */
export type FieldMatch = Pick<SortedRows<CoastlineSegment>, 'blanks' | 'refused'> & {
  readonly visits: readonly FieldVisit[];
};

/** Natural classes that name their kind. */
const KINDS: ReadonlySet<CoastlineClass | undefined> = new Set([
  'bedrock',
  'sandy',
  'muddy',
  'biogenic',
]);

/**
 * Compares a field sheet with a coast as edited. A visited stretch becomes as sure as its row says: high, unless the row
 * states less; a confidence that cannot be read leaves it as it is.
 * @param setAsideIds stretches of the data that could not be used
 */
export function matchFieldSheet(
  rows: readonly FieldRow[],
  coast: {
    readonly segments: readonly CoastlineSegment[];
    readonly setAsideIds: ReadonlySet<string>;
  },
): FieldMatch {
  const find = finder(coast.segments, ({ id }) => id);
  // A list of sample points has ids of its own; another may number its rows and name the stretch beside them.
  const isByStretch =
    rows.some(({ segmentId }) => segmentId !== '') &&
    !rows.some(({ id }) => find(id) !== undefined);
  const arePoints = isByStretch && rows.every(({ id }) => id === '' || isSampleId(id));
  const { taken, blanks, refused } = sortRows<CoastlineSegment>(rows, (row) => {
    const id = isByStretch ? row.segmentId : row.id;
    const segment = find(id);
    if (isByStretch && arePoints && row.id !== '') return { why: 'sample-point' };
    if (segment !== undefined) return { subject: segment };
    if (id === '') return { why: 'no-id' };
    return { why: coast.setAsideIds.has(id) ? 'set-aside' : 'unknown-id' };
  });
  return { visits: taken.map(visitOf), blanks, refused };
}

/** Ids of sample points, as `samplePoints` gives them. */
function isSampleId(id: string): boolean {
  return /^P\d{3,}$/i.test(id);
}

function visitOf(taken: TakenRow<CoastlineSegment>): FieldVisit {
  const { subject, found, row } = taken;
  const isKindKept = found.class === 'natural' && KINDS.has(subject.class);
  const isOtherUse = found.use !== undefined && found.use !== subject.use;
  return {
    ...taken,
    isKindKept,
    isChange: !isKindKept && (found.class !== subject.class || isOtherUse),
    confidence:
      row.confidence ?? (row.unreadConfidence === undefined ? 'high' : subject.confidence),
  };
}

/** Finds by id: as written, else without regard to case, width and blanks where that names a single one. */
export function finder<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
): (id: string) => Item | undefined {
  const plain = (id: string): string => id.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const exact = new Map(items.map((item) => [idOf(item), item]));
  const loose = new Map<string, Item | undefined>();
  for (const item of items) {
    const key = plain(idOf(item));
    loose.set(key, loose.has(key) ? undefined : item);
  }
  return (id) => exact.get(id) ?? loose.get(plain(id));
}

/**
 * The entries of the change log that take up a field sheet, one for all stretches with the same result and reason;
 * changes first.
 * @param reasonOf the reason in words: file, day, who, remark
 */
export function fieldEntries(
  visits: readonly FieldVisit[],
  { date, reasonOf }: { readonly date: string; readonly reasonOf: (visit: FieldVisit) => string },
): readonly Reclassification[] {
  const entries = new Map<string, Reclassification>();
  const ordered = visits.toSorted((one, other) => Number(other.isChange) - Number(one.isChange));
  for (const visit of ordered) {
    const { subject, found, isChange, confidence } = visit;
    const result = {
      ...(isChange && { class: found.class }),
      ...(isChange && found.use !== undefined && { use: found.use }),
      ...{ confidence, reason: reasonOf(visit), date },
    };
    const key = JSON.stringify(result);
    const segmentIds = [...(entries.get(key)?.segmentIds ?? []), subject.id];
    entries.set(key, { segmentIds, ...result });
  }
  return [...entries.values()];
}
