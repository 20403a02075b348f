import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Certainty } from '../../domain/conflicts/conflict.ts';
import type { Position } from '../../domain/geometry.ts';
import type { Scenario, ScenarioAnswer } from '../../domain/scenarios/scenario.ts';
import { siteThumbnail } from '../../domain/scenarios/site-thumbnail.ts';
import { TallyMarks } from '../conflicts/conflict-badge.tsx';
import { Checkbox } from '../controls/checkbox.tsx';
import { Icon } from '../controls/icon.tsx';
import { decimalsSeen, formatLength, formatNumber } from '../format.ts';
import { useI18n } from '../i18n.tsx';
import { changeTone, seenLength } from './change-tone.ts';
import { SiteThumbnail } from './site-thumbnail.tsx';

/** The figures on a scenario's card; each is undefined until it is known. */
export type CardFigures = {
  readonly answer: ScenarioAnswer | undefined;
  readonly conflicts: Readonly<Record<Certainty, number>> | undefined;
};

/** Props of a scenario's card. */
export type ScenarioCardProps = {
  readonly scenario: Scenario;
  readonly coast: readonly (readonly Position[])[];
  readonly figures: CardFigures;
  readonly isOpen: boolean;
  readonly isCompared: boolean;
  /** A single scenario cannot be compared. */
  readonly isOneOfMany: boolean;
  readonly onOpen: (id: string) => void;
  readonly onCompare: (id: string, isCompared: boolean) => void;
  readonly onCompareWith: (id: string, other: string) => void;
};

/** Media type of a dragged scenario's id. */
const DRAGGED = 'application/x-coastplan-scenario';
const THUMBNAIL = { width: 72, height: 56 } as const;

/** A scenario at a glance: its sites, cost and conflicts. A card dropped on another one compares the two. */
export function ScenarioCard(props: ScenarioCardProps): JSX.Element {
  const { scenario, coast, figures, isOpen, isCompared, isOneOfMany } = props;
  const { id, name, sites, isLocked } = scenario;
  const { t } = useI18n();
  const [isAimedAt, aim] = useState(false);
  const sketch = useMemo(() => siteThumbnail(sites, coast, THUMBNAIL), [sites, coast]);
  const carries = (event: DragEvent): boolean =>
    event.dataTransfer?.types.includes(DRAGGED) === true;
  return (
    <li
      class={`scenario${isOpen ? ' is-selected' : ''}${isAimedAt ? ' is-aimed-at' : ''}`}
      draggable={isOneOfMany}
      onDragStart={(event) => {
        event.dataTransfer?.setData(DRAGGED, id);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'link';
      }}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        aim(true);
      }}
      onDragLeave={() => aim(false)}
      onDrop={(event) => {
        aim(false);
        if (!carries(event)) return;
        event.preventDefault();
        const other = event.dataTransfer?.getData(DRAGGED);
        if (other !== undefined && other !== id) props.onCompareWith(other, id);
      }}
    >
      <span class="scenario__sketch">{sketch && <SiteThumbnail sketch={sketch} />}</span>
      <button
        type="button"
        class="scenario__name"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => props.onOpen(id)}
      >
        {isLocked && <Icon name="lock" />}
        <span>{name}</span>
        <small class="quiet">{t('siteCount', { count: sites.length })}</small>
      </button>
      {isOneOfMany && (
        <Checkbox
          class="checkbox--small"
          label={<span aria-hidden="true">{t('comparePick')}</span>}
          name={t('compareScenario', { name })}
          isChecked={isCompared}
          onChange={(isTicked) => props.onCompare(id, isTicked)}
        />
      )}
      {sites.length > 0 && <Figures {...figures} />}
    </li>
  );
}

/** The change of ratio and headroom, and the conflicts, as far as they are known. */
function Figures({ answer, conflicts }: CardFigures): JSX.Element {
  const { t, language } = useI18n();
  const [from, to] = [answer?.before, answer?.after];
  const shift =
    from?.ratio === undefined || to?.ratio === undefined
      ? undefined
      : (to.ratio - from.ratio) * 100;
  const room =
    from?.headroomM === undefined || to?.headroomM === undefined
      ? undefined
      : seenLength(to.headroomM - from.headroomM);
  const sign = (value: number): string => (value > 0 ? '+' : '');
  return (
    <dl class="scenario__figures">
      <div>
        <dt>{t('deltaRatio')}</dt>
        <dd class={changeTone(shift)}>
          {shift === undefined
            ? '…'
            : t('deltaPoints', {
                shift: `${sign(shift)}${formatNumber(shift, Math.min(3, decimalsSeen(shift, 2)), language)}`,
              })}
        </dd>
      </div>
      <div>
        <dt>{t('deltaHeadroom')}</dt>
        <dd class={changeTone(room)}>
          {room === undefined ? '…' : `${sign(room)}${formatLength(room, language, 2)}`}
        </dd>
        {to?.headroomM !== undefined && (
          <dd class={`scenario__state ${to.headroomM < 0 ? 'is-loss' : 'is-gain'}`}>
            {t(to.headroomM < 0 ? 'stateShort' : 'stateSpare', {
              length: formatLength(Math.abs(to.headroomM), language, 2),
            })}
          </dd>
        )}
      </div>
      <div>
        <dt>{t('scenarioConflicts')}</dt>
        <dd>{conflicts === undefined ? '…' : <TallyMarks tally={conflicts} />}</dd>
      </div>
    </dl>
  );
}
