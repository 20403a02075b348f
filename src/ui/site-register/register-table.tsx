import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Conflict } from '../../domain/conflicts/conflict.ts';
import {
  certaintyOf,
  FINDINGS,
  type Known,
  type RegisterRow,
  registerTally,
  type SiteFinding,
} from '../../domain/site-register/register.ts';
import {
  FROM_PLAN,
  filteredRegister,
  orderedRegister,
  REGISTER_COLUMNS,
  type RegisterColumn,
  type RegisterOrder,
} from '../../domain/site-register/register-order.ts';
import { SortHead } from '../audit/sort-head.tsx';
import { CertaintyMark, TallyMarks } from '../conflicts/conflict-badge.tsx';
import { Choice } from '../controls/choice.tsx';
import { formatLength } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { accuracyWords, kindWords, missingWords, setbackWords } from './register-words.ts';

/** Rows that are shown at first, and conflicts of a row. */
const [FIRST_ROWS, FIRST_CONFLICTS] = [20, 2];

/** Props of the register. */
export type RegisterTableProps = {
  readonly rows: readonly RegisterRow[];
  /** Projects that have no position. */
  readonly unlocated: number;
  /** The row whose site is selected, by its key. */
  readonly selectedKey: string | undefined;
  /** Shows the site of a row on the map. */
  readonly onShow: (row: RegisterRow) => void;
};

/** A row a site: what it violates, meets, takes and restores, and how certain that is. */
export function RegisterTable({
  rows,
  unlocated,
  selectedKey,
  onShow,
}: RegisterTableProps): JSX.Element {
  const { t, pick, language } = useI18n();
  const order = useSignal<RegisterOrder>({ column: 'setbacks', isDescending: true });
  const from = useSignal<string | undefined>(undefined);
  const finding = useSignal<SiteFinding | undefined>(undefined);
  const showsAll = useSignal(false);
  const shown = orderedRegister(
    filteredRegister(rows, { from: from.value, finding: finding.value }),
    order.value,
    (one, other) => pick(one.name).localeCompare(pick(other.name), language),
  );
  const listed = showsAll.value ? shown : shown.slice(0, FIRST_ROWS);
  return (
    <>
      <Tally rows={rows} />
      <div class="site-register__filters">
        <FromChoice
          rows={rows}
          value={from.value}
          onChoose={(next) => {
            from.value = next;
          }}
        />
        <Choice
          label={t('siteRegisterFinding')}
          none={t('siteRegisterAnything')}
          options={FINDINGS.map((one) => [one, t(`siteRegisterTally_${one}`)] as const)}
          value={finding.value}
          onChoose={(next) => {
            finding.value = next;
          }}
          onNone={() => {
            finding.value = undefined;
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="scroll-box" aria-label={t('siteRegisterList')} tabIndex={0}>
        <table class="zone-table site-register__table">
          <caption class="visually-hidden">{t('siteRegisterCaption')}</caption>
          <thead>
            <tr>
              {REGISTER_COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  order={order.value}
                  onOrder={(next) => {
                    order.value = next;
                  }}
                >
                  {t(`siteRegisterColumn_${column}`)}
                </SortHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {listed.map((row) => (
              <Row
                key={row.key}
                row={row}
                isSelected={row.key === selectedKey}
                onShow={() => onShow(row)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 && <p class="quiet">{t('siteRegisterNone')}</p>}
      {listed.length < shown.length && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            showsAll.value = true;
          }}
        >
          {t('siteRegisterShowAll', { count: shown.length })}
        </button>
      )}
      {unlocated > 0 && <p class="quiet">{t('siteRegisterUnlocated', { count: unlocated })}</p>}
    </>
  );
}

function Tally({ rows }: Pick<RegisterTableProps, 'rows'>): JSX.Element {
  const { t } = useI18n();
  const tally = registerTally(rows);
  return (
    <dl class="facts facts--figures">
      {FINDINGS.map((finding) => (
        <div key={finding}>
          <dt>{t(`siteRegisterTally_${finding}`)}</dt>
          <dd>
            <TallyMarks tally={tally[finding]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FromChoice({
  rows,
  value,
  onChoose,
}: Pick<RegisterTableProps, 'rows'> & {
  readonly value: string | undefined;
  readonly onChoose: (from: string | undefined) => void;
}): JSX.Element {
  const { t } = useI18n();
  const scenarios = new Map<string, { readonly name: string; readonly count: number }>();
  for (const { of } of rows)
    if (of.kind === 'site') {
      const { id, name } = of.scenario;
      scenarios.set(id, { name, count: (scenarios.get(id)?.count ?? 0) + 1 });
    }
  const projects = rows.filter(({ of }) => of.kind === 'project').length;
  return (
    <Choice
      label={t('siteRegisterFrom')}
      none={t('siteRegisterFromAll', { count: rows.length })}
      options={[
        [FROM_PLAN, t('siteRegisterFromPlan', { count: projects })],
        ...[...scenarios].map(([id, { name, count }]) => [id, `${name} (${count})`] as const),
      ]}
      value={value}
      onChoose={onChoose}
      onNone={() => onChoose(undefined)}
    />
  );
}

function Row({
  row,
  isSelected,
  onShow,
}: {
  readonly row: RegisterRow;
  readonly isSelected: boolean;
  readonly onShow: () => void;
}): JSX.Element {
  const words = useI18n();
  const { t, pick } = words;
  return (
    <tr aria-selected={isSelected}>
      <th scope="row">
        <button type="button" class="row-button" aria-pressed={isSelected} onClick={onShow}>
          {pick(row.name)}
        </button>
        <small class="quiet">
          {kindWords(row, words)} · {accuracyWords(row, words)}
        </small>
      </th>
      <td>{row.year ?? <span class="quiet">{t('siteRegisterYearless')}</span>}</td>
      <Found
        column="setbacks"
        known={row.setbacks}
        nameOf={(conflict) => setbackWords(conflict, words)}
      />
      <Found column="ground" known={row.ground} nameOf={({ otherName }) => pick(otherName)} />
      <Taken row={row} />
      <Length known={row.restoredM} />
    </tr>
  );
}

/** Conflicts of a row, the first of them by name. */
function Found({
  column,
  known,
  nameOf,
}: {
  readonly column: RegisterColumn;
  readonly known: Known<readonly Conflict[]>;
  readonly nameOf: (conflict: Conflict) => string;
}): JSX.Element {
  const words = useI18n();
  if ('missing' in known)
    return (
      <td class="quiet" data-column={column}>
        {missingWords(known.missing, words)}
      </td>
    );
  const rest = known.value.length - FIRST_CONFLICTS;
  return (
    <td data-column={column}>
      {known.value.length === 0 && '–'}
      {known.value.slice(0, FIRST_CONFLICTS).map((conflict) => (
        <div key={`${conflict.kind} ${conflict.otherId}`}>
          <CertaintyMark certainty={conflict.certainty} />
          <small>{nameOf(conflict)}</small>
        </div>
      ))}
      {rest > 0 && <small class="quiet">{words.t('siteRegisterMore', { count: rest })}</small>}
    </td>
  );
}

function Taken({ row }: { readonly row: RegisterRow }): JSX.Element {
  const words = useI18n();
  const { t, language } = words;
  const { takenM, uncountedM, sharedM } = row;
  const certainty = certaintyOf(row, 'shore');
  const length = (metres: number): string => formatLength(metres, language, 2);
  return (
    <td>
      {'missing' in takenM ? (
        <span class="quiet">{missingWords(takenM.missing, words)}</span>
      ) : takenM.value === 0 ? (
        '–'
      ) : (
        <b>{length(takenM.value)}</b>
      )}
      {certainty !== undefined && <CertaintyMark certainty={certainty} />}
      {uncountedM >= 1 && (
        <small class="quiet">{t('siteRegisterOutside', { length: length(uncountedM) })}</small>
      )}
      {sharedM >= 1 && (
        <small class="quiet">{t('siteRegisterShared', { length: length(sharedM) })}</small>
      )}
    </td>
  );
}

function Length({ known }: { readonly known: Known<number> }): JSX.Element {
  const words = useI18n();
  if ('missing' in known) return <td class="quiet">{missingWords(known.missing, words)}</td>;
  return <td>{known.value === 0 ? '–' : formatLength(known.value, words.language, 2)}</td>;
}
