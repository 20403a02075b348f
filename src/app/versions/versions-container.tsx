import { batch, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { ratioSeriesCsv } from '../../data/export/ratio-series-csv.ts';
import { ratioSeries } from '../../domain/versions/ratio-series.ts';
import type { NamedVersion } from '../../domain/views/named-version.ts';
import { useI18n } from '../../ui/i18n.tsx';
import { lazy } from '../../ui/lazy.tsx';
import { RatioSeriesSection } from '../../ui/versions/ratio-series-section.tsx';
import { type VersionRow, VersionsSection } from '../../ui/versions/versions-section.tsx';
import { today } from '../persistence/save-and-open.ts';
import { saveFile } from '../persistence/save-file.ts';
import type { Controller } from '../state/controller.ts';
import type { Model } from '../state/model.ts';
import { attempt } from '../workers/use-task.ts';
import { nameVersion } from './name-version.ts';
import type { ComparedVersions } from './version-comparison-container.tsx';

const VersionComparisonContainer = lazy(
  async () => (await import('./version-comparison-container.tsx')).VersionComparisonContainer,
);

/** The named versions of the work, and the comparison of two of them while it is open. */
export function VersionsContainer({
  controller,
}: {
  readonly controller: Controller;
}): JSX.Element {
  const { model } = controller;
  const { workspace, page } = model;
  useI18n();
  const isNaming = useSignal(false);
  const compared = useSignal<ComparedVersions | undefined>(undefined);
  const versions = workspace.current.value.versions;
  const series = useMemo(() => ratioSeries(versions), [versions]);
  const find = (id: string): NamedVersion | undefined => versions.find((each) => each.id === id);
  const name = async (given: string): Promise<void> => {
    isNaming.value = true;
    await attempt(page.showMessage, async () => {
      const version = await nameVersion(controller, given);
      return { key: 'versionKept', values: { name: version.name } };
    });
    isNaming.value = false;
  };
  return (
    <>
      <VersionsSection
        versions={versions.map((version) => rowOf(version, model))}
        isNaming={isNaming.value}
        actions={{
          name: (given) => void name(given),
          open: (id) => {
            const version = find(id);
            if (version !== undefined) openVersion(model, version);
          },
          compare: (id) => {
            compared.value = { before: id };
          },
          rename: (id, next) =>
            workspace.change({
              versions: versions.map((version) =>
                version.id === id ? { ...version, name: next } : version,
              ),
            }),
          setYear: (id, surveyYear) =>
            workspace.change({
              versions: versions.map((version) =>
                version.id === id ? withYear(version, surveyYear) : version,
              ),
            }),
          remove: (id) => {
            const version = find(id);
            if (version === undefined) return;
            workspace.change({ versions: versions.filter((other) => other !== version) });
            const values = { name: version.name };
            page.showMessage({ kind: 'done', key: 'versionRemoved', values });
          },
        }}
      />
      <RatioSeriesSection
        series={series}
        onCompare={(before, after) => {
          compared.value = { before, after };
        }}
        onSave={() => {
          const file = `ratio-by-year-${today(new Date())}.csv`;
          saveFile(file, ratioSeriesCsv(series), 'text/csv');
          page.showMessage({ kind: 'done', key: 'saved', values: { file } });
        }}
      />
      {compared.value !== undefined && (
        <VersionComparisonContainer
          key={`${compared.value.before} ${compared.value.after ?? ''}`}
          controller={controller}
          first={compared.value}
          onClose={() => {
            compared.value = undefined;
          }}
        />
      )}
    </>
  );
}

/** Goes back to a version, as one step that can be undone and one entry of the log. */
function openVersion(
  { workspace, page }: Pick<Model, 'workspace' | 'page'>,
  version: NamedVersion,
) {
  const { name } = version;
  const entry = {
    at: new Date().toISOString(),
    what: 'version-opened',
    from: '',
    to: name,
  } as const;
  batch(() => {
    workspace.change(version.work);
    workspace.noteActivity([...workspace.activity.peek(), entry]);
  });
  page.showMessage({ kind: 'done', key: 'versionOpened', values: { name } });
}

function withYear({ surveyYear: _, ...version }: NamedVersion, year: number | undefined) {
  return { ...version, ...(year !== undefined && { surveyYear: year }) };
}

function rowOf(
  { id, name, savedAt, surveyYear, figures }: NamedVersion,
  { audit }: Model,
): VersionRow {
  const state = audit.state.value;
  const now = state.kind === 'ready' ? state.answer.settings : undefined;
  return {
    ...{ id, name, savedAt, surveyYear, ratio: figures?.ratio },
    isProvisional: figures?.isProvisional ?? false,
    isIllustration: figures?.isIllustration ?? false,
    isCountedOtherwise:
      figures !== undefined &&
      now !== undefined &&
      (['realm', 'numerator', 'estuary', 'target', 'toleranceM'] as const).some(
        (setting) => figures.settings[setting] !== now[setting],
      ),
  };
}
