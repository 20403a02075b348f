import type { ComponentChildren, JSX } from 'preact';
import type { Measurement } from '../../domain/geodesy.ts';
import { measuredQuantity } from '../../domain/measured-quantity.ts';
import type { Project, ProjectFigure } from '../../domain/project.ts';
import { Fact } from '../controls/fact.tsx';
import { MeasuredRows } from '../controls/measured-rows.tsx';
import { formatAccuracy, formatPlain, withUnit } from '../format.ts';
import { useI18n } from '../i18n.tsx';

/** A project: its status, what the plan says about it, its size, and the accuracy of its position. */
export function ProjectDetail({
  project,
  measurement,
  conflicts,
}: {
  readonly project: Project;
  readonly measurement: Measurement | undefined;
  /** The list of its conflicts. */
  readonly conflicts: ComponentChildren;
}): JSX.Element {
  const { t, pick, language, inOwnWords } = useI18n();
  const { geometry, accuracyM, articles, status, summary, figures, notes } = project;
  const numbers = new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(
    articles.map(String),
  );
  const kind = measuredQuantity(geometry);
  return (
    <>
      <p class="detail-card__chips">
        <span class={`chip chip--${status}`}>{t(`status_${status}`)}</span>
        <span class="chip">{t('article', { numbers })}</span>
        <span class="chip chip--accuracy">
          {geometry === undefined || accuracyM === undefined
            ? t('unlocated')
            : t('accuracySketch', { accuracy: formatAccuracy(accuracyM, language) })}
        </span>
      </p>
      <p>{pick(summary)}</p>
      {geometry === undefined && <p class="quiet">{t('unlocatedWhy')}</p>}
      <dl class="facts">
        {figures.map((figure) => (
          <Fact key={figure.label.en} label={pick(figure.label)}>
            <FigureValue figure={figure} />
          </Fact>
        ))}
        <MeasuredRows
          quantity="length"
          ellipsoid={
            kind === 'length' && measurement ? measurement.lengthM.ellipsoid / 1000 : undefined
          }
          turf={kind === 'length' && measurement ? measurement.lengthM.sphere / 1000 : undefined}
          published={project.publishedLength}
        />
        <MeasuredRows
          quantity="area"
          ellipsoid={
            kind === 'area' && measurement ? measurement.areaM2.ellipsoid / 1e6 : undefined
          }
          turf={kind === 'area' && measurement ? measurement.areaM2.sphere / 1e6 : undefined}
          published={project.publishedArea}
        />
        {geometry !== undefined && accuracyM !== undefined && (
          <Fact label={t('accuracy')}>
            {t('accuracyKnown', { accuracy: formatAccuracy(accuracyM, language) })}
          </Fact>
        )}
        {project.positionSource !== undefined && (
          <Fact label={t('positionSource')}>
            {inOwnWords(project.positionSource, project.positionSourceZh)}
          </Fact>
        )}
        {notes !== undefined && <Fact label={t('notes')}>{pick(notes)}</Fact>}
      </dl>
      {conflicts}
      {!project.isSiteNamedInPlan && <p class="quiet">{t('siteNotNamed')}</p>}
    </>
  );
}

function FigureValue({
  figure: { value, unit, year, source },
}: {
  readonly figure: ProjectFigure;
}): JSX.Element {
  const { language } = useI18n();
  const number = typeof value === 'number' ? formatPlain(value, language) : value;
  return (
    <>
      <b>{unit === undefined ? number : withUnit(number, unit)}</b>
      {year !== undefined && ` (${year})`}
      {source !== undefined && <small class="quiet"> {source}</small>}
    </>
  );
}
