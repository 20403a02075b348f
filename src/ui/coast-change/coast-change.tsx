import { batch, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { LARGEST_TOLERANCE_M } from '../../domain/coast-change/match-tolerance.ts';
import { type ChangeFigure, mainReason } from '../../domain/coast-change/stretches-behind.ts';
import type { Theme } from '../../domain/symbology.ts';
import { Choice } from '../controls/choice.tsx';
import { Field } from '../controls/field.tsx';
import { Progress } from '../controls/progress.tsx';
import { useI18n } from '../i18n.tsx';
import { borderText, ChangeDoubts, detailText } from './change-doubts.tsx';
import { ChangeHeadline } from './change-headline.tsx';
import { ChangeLand } from './change-land.tsx';
import { ChangeList } from './change-list.tsx';
import { ChangeMatrix, ReplacedCoast } from './change-matrix.tsx';
import { ChangeReasons } from './change-reasons.tsx';
import {
  behind,
  type ChangeResult,
  type ChangeState,
  type CoastOption,
  type PickedStretch,
  type Side,
  scopeOf,
} from './change-result.ts';
import { isSameFigure } from './change-words.ts';
import { ChangeZones } from './change-zones.tsx';

/** What the user can do with a comparison. */
export type CoastChangeActions = {
  readonly choose: (side: Side, id: string) => void;
  readonly swap: () => void;
  /** Leaves the coast before out of the audit. */
  readonly countAfterOnly: () => void;
  readonly setTolerance: (metres: number) => void;
  readonly start: () => void;
  readonly stop: () => void;
  /** Opens the Data panel, where a second coast is added; undefined in an embedded map, which takes no data. */
  readonly addData: (() => void) | undefined;
  /** Shows a stretch on the map, by its place in the comparison. */
  readonly show: (index: number) => void;
  /** Shows the changes of a zone on the map, or of the whole coast. */
  readonly showZone: (zone: number | undefined) => void;
  /** Saves the stretches behind a figure, or all that have changed. */
  readonly saveList: (figure: ChangeFigure | undefined, zone: number | undefined) => void;
  readonly saveWorkbook: () => void;
};

/** Props of the comparison of two surveys. */
export type CoastChangeProps = {
  /** The coasts that can be compared. */
  readonly coasts: readonly CoastOption[];
  /** Names of coasts that could not be read. */
  readonly unread: readonly string[];
  readonly chosen: Readonly<Record<Side, string>>;
  readonly toleranceM: number;
  readonly defaultToleranceM: number;
  readonly state: ChangeState;
  /** The stretch that the map marks. */
  readonly marked: number | undefined;
  /** The stretch that was picked on the map last, whose row is shown. */
  readonly picked?: PickedStretch | undefined;
  readonly theme: Theme;
  readonly actions: CoastChangeActions;
};

/** Two surveys of the coast: what was natural and is not any more, where the line moved, and why the ratio changed. */
export function CoastChangeSection(props: CoastChangeProps): JSX.Element {
  const { t } = useI18n();
  const { coasts, unread, state, actions } = props;
  return (
    <div class="coast-change">
      {unread.map((name) => (
        <p key={name} role="alert">
          {t('coastChangeUnread', { name })}
        </p>
      ))}
      {coasts.length < 2 ? (
        <>
          <p>{t('coastChangeAlone')}</p>
          {actions.addData !== undefined && (
            <button type="button" class="button" onClick={actions.addData}>
              {t('importAdd')}
            </button>
          )}
        </>
      ) : (
        <>
          <ChooseCoasts {...props} />
          <Outcome key={state.kind} {...props} />
        </>
      )}
    </div>
  );
}

function ChooseCoasts({
  coasts,
  chosen,
  toleranceM,
  defaultToleranceM,
  actions,
}: CoastChangeProps): JSX.Element {
  const { t, pick } = useI18n();
  const isRefused = useSignal(false);
  const options = coasts.map(({ id, title, date }) => [id, `${date} · ${pick(title)}`] as const);
  const areBothCounted = (['before', 'after'] as const).every(
    (side) => coasts.find(({ id }) => id === chosen[side])?.isOwnCounted,
  );
  const take = (text: string): void => {
    const metres = Number(text);
    isRefused.value = text.trim() === '' || !(metres > 0 && metres <= LARGEST_TOLERANCE_M);
    if (!isRefused.value) actions.setTolerance(metres);
  };
  return (
    <div class="coast-change__choice">
      <div class="coast-change__sides">
        {(['before', 'after'] as const).map((side) => (
          <Choice
            key={side}
            label={t(side === 'before' ? 'coastChangeBefore' : 'coastChangeAfter')}
            options={options}
            value={chosen[side]}
            onChoose={(id) => actions.choose(side, id)}
          />
        ))}
      </div>
      <button type="button" class="text-button" onClick={actions.swap}>
        {t('coastChangeSwap')}
      </button>
      {areBothCounted && (
        <div class="coast-change__counted" role="status">
          <p>{t('coastChangeBothCounted')}</p>
          <button type="button" class="button" onClick={actions.countAfterOnly}>
            {t('coastChangeCountAfter')}
          </button>
        </div>
      )}
      <Field
        layout="row"
        label={t('coastChangeTolerance')}
        inputMode="decimal"
        defaultValue={String(toleranceM)}
        hint={t('coastChangeToleranceHint', { metres: defaultToleranceM })}
        error={
          isRefused.value
            ? t('coastChangeToleranceRefused', { most: LARGEST_TOLERANCE_M })
            : undefined
        }
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
    </div>
  );
}

function Outcome(props: CoastChangeProps): JSX.Element {
  const { t, pick } = useI18n();
  const { coasts, chosen, state, actions } = props;
  const again = (
    <button type="button" class="button" onClick={actions.start}>
      {t('coastChangeAgain')}
    </button>
  );
  const nameOf = (side: Side): string => {
    const coast = coasts.find(({ id }) => id === chosen[side]);
    return coast === undefined ? chosen[side] : pick(coast.title);
  };
  switch (state.kind) {
    case 'waiting':
      return (
        <>
          <p role="status">{t('coastChangeRunning')}</p>
          <Progress label={t('coastChangeRunning')} share={state.share} onCancel={actions.stop} />
        </>
      );
    case 'stopped':
      return (
        <>
          <p role="status">{t('coastChangeStopped')}</p>
          {again}
        </>
      );
    case 'failed':
      return (
        <>
          <p role="alert">
            {t('coastChangeFailed', {
              ...{ before: nameOf('before'), after: nameOf('after') },
              reason: state.reason,
            })}
          </p>
          {again}
        </>
      );
    case 'ready':
      return <Result {...props} result={state.result} />;
  }
}

function Result(props: CoastChangeProps & { readonly result: ChangeResult }): JSX.Element {
  const words = useI18n();
  const { t, pick } = words;
  const { result, theme, marked, actions } = props;
  const { change } = result.answer;
  const open = useSignal<ChangeFigure | undefined>(undefined);
  const zone = useSignal<number | undefined>(undefined);
  const picked = useSignal<PickedStretch | undefined>(undefined);
  const shown = scopeOf(result.answer, zone.value);
  const { figures } = shown;
  useEffect(() => {
    if (props.picked === undefined) return;
    const { index } = props.picked;
    const listed = listWith(index, result, { figure: open.peek(), zone: zone.peek() });
    batch(() => {
      open.value = listed.figure;
      zone.value = listed.zone;
      picked.value = props.picked;
    });
  }, [props.picked]);
  const toggle = (figure: ChangeFigure): void => {
    picked.value = undefined;
    open.value = isSameFigure(open.value, figure) ? undefined : figure;
  };
  const tables = { figures, links: { open: open.value, onOpen: toggle } };
  const list = (...kinds: readonly ChangeFigure['kind'][]): JSX.Element | false =>
    open.value !== undefined &&
    kinds.includes(open.value.kind) && (
      <ChangeList
        key={JSON.stringify([open.value, zone.value])}
        {...{ figure: open.value, result, shown, marked, theme, picked: picked.value }}
        onShow={actions.show}
        onSave={(figure) => actions.saveList(figure, zone.value)}
        onClose={() => {
          open.value = undefined;
        }}
      />
    );
  const border = borderText(shown, change.toleranceM, words);
  const ofZone = zone.value === undefined ? undefined : change.zones[zone.value]?.zone;
  const choose = (next: number | undefined): void => {
    picked.value = undefined;
    zone.value = next;
    actions.showZone(next);
  };
  return (
    <>
      <div role="status">
        <ChangeHeadline {...{ result, shown }} name={ofZone && (pick(ofZone.name) || ofZone.id)} />
      </div>
      {ofZone !== undefined && (
        <button type="button" class="text-button" onClick={() => choose(undefined)}>
          {t('coastChangeWhole')}
        </button>
      )}
      <h4>{t('coastChangeParts')}</h4>
      {figures.change.ratio !== undefined && <ChangeReasons {...tables} theme={theme} />}
      {border !== undefined && <p class="quiet">{border}</p>}
      {ofZone === undefined && <p class="quiet">{detailText(change.equalDetail, words)}</p>}
      {list('reason')}
      <h4>{t('coastChangeMatrix')}</h4>
      <ChangeMatrix {...tables} />
      <ReplacedCoast {...tables} />
      {list('matched', 'replaced', 'lost', 'gained')}
      <h4>{t('coastChangeLand')}</h4>
      <ChangeLand {...tables} shown={shown} stretches={change.stretches} />
      {list('reclaimed', 'eroded')}
      {change.zones.length > 0 && (
        <>
          <h4>{t('coastChangeZones')}</h4>
          <ChangeZones change={change} zone={zone.value} onChoose={choose} />
        </>
      )}
      <h4>{t('coastChangeDoubts')}</h4>
      <ChangeDoubts result={result} />
      <div class="button-row">
        <button
          type="button"
          class="button"
          onClick={() => actions.saveList(undefined, zone.value)}
        >
          {t('coastChangeAllFile')}
        </button>
        <button type="button" class="button" onClick={actions.saveWorkbook}>
          {t('coastChangeWorkbook')}
        </button>
      </div>
    </>
  );
}

/** A list of stretches, of a zone or of the whole coast. */
type OpenList = { readonly figure: ChangeFigure | undefined; readonly zone: number | undefined };

/** The open list if a stretch is in it, else that of the stretch's reason, in the zone or in the whole coast. */
function listWith(index: number, { answer }: ChangeResult, open: OpenList): OpenList {
  const { figure } = open;
  const isThere =
    figure !== undefined &&
    behind(answer, scopeOf(answer, open.zone), figure).some((row) => row.index === index);
  const stretch = answer.change.stretches[index];
  if (isThere || stretch === undefined) return open;
  for (const zone of [open.zone, undefined]) {
    const of = mainReason(stretch, scopeOf(answer, zone).scope);
    if (of !== undefined) return { figure: { kind: 'reason', of }, zone };
  }
  return open;
}
