import type { JSX } from 'preact';
import type { CoastSummary, ZoneSummary } from '../domain/audit.ts';
import type { Theme } from '../domain/symbology.ts';
import type { Zone } from '../domain/zone.ts';
import { ClassBar } from './class-bar.tsx';
import { formatNumber, formatRatio, UNITS } from './format.ts';
import { VerdictShape } from './verdict.tsx';
import { useWords } from './words.tsx';

/** What the table of zones shows and tells. */
export type ZoneTableProps = {
  readonly zones: readonly Zone[];
  readonly summaries: readonly ZoneSummary[];
  readonly overall: CoastSummary;
  readonly selectedZoneId: string | undefined;
  readonly hoveredId: string | undefined;
  readonly theme: Theme;
  readonly onSelectZone: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
};

/** Ratio, lengths and area per protection zone; a picked row is the picked zone on the map. */
export function ZoneTable(props: ZoneTableProps): JSX.Element {
  const { t, language } = useWords();
  const kilometres = UNITS.kilometre[language];
  return (
    <section class="scroll-box" aria-label={t('zonesTitle')} tabIndex={0}>
      <table class="zone-table">
        <caption class="visually-hidden">{t('zonesCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('zone')}</th>
            <th scope="col">{t('ratio')}</th>
            <th scope="col">{t('natural')} {kilometres}</th>
            <th scope="col">{t('restored')} {kilometres}</th>
            <th scope="col">{t('artificial')} {kilometres}</th>
            <th scope="col">{t('total')} {kilometres}</th>
            <th scope="col">{t('area')} {UNITS.squareKilometre[language]}</th>
          </tr>
        </thead>
        <tbody>
          {props.summaries.map((summary) => (
            <ZoneRow key={summary.id} summary={summary} {...props} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('allZones')}</th>
            <Figures summary={props.overall} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function ZoneRow({ summary, zones, selectedZoneId, hoveredId, theme, onSelectZone, onHover }: ZoneTableProps & { readonly summary: ZoneSummary }): JSX.Element {
  const { language } = useWords();
  const zone = zones.find(({ id }) => id === summary.id);
  const name = language === 'zh' ? zone?.nameZh : zone?.nameEn;
  const isSelected = summary.id === selectedZoneId;
  return (
    <tr
      class={summary.id === hoveredId ? 'is-hovered' : undefined}
      aria-selected={isSelected}
      data-feature={summary.id}
      onMouseEnter={() => onHover(summary.id)}
      onMouseLeave={() => onHover(undefined)}
    >
      <th scope="row">
        <button type="button" class="row-button" aria-pressed={isSelected} onClick={() => onSelectZone(summary.id)}>
          {name ?? summary.id}
        </button>
        <ClassBar summary={summary} theme={theme} />
      </th>
      <Figures summary={summary} />
    </tr>
  );
}

function Figures({ summary }: { readonly summary: CoastSummary }): JSX.Element {
  const { language } = useWords();
  const { ratio, target, verdict, naturalM, restoredM, byClass, totalM, areaM2 } = summary;
  const kilometres = (lengthM: number): string => formatNumber(lengthM / 1000, 2, language);
  return (
    <>
      <td>
        <VerdictShape verdict={verdict} /> {ratio === undefined ? '–' : formatRatio(ratio, target, language)}
      </td>
      <td>{kilometres(naturalM)}</td>
      <td>{kilometres(restoredM)}</td>
      <td>{kilometres(byClass.artificial)}</td>
      <td>{kilometres(totalM)}</td>
      <td>{areaM2 === undefined ? '–' : formatNumber(areaM2 / 1e6, 2, language)}</td>
    </>
  );
}
