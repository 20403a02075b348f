import type { JSX } from 'preact';
import { Choice } from '../controls/choice.tsx';
import { useI18n } from '../i18n.tsx';

/** The ways in which the panel shows projects. */
export const PROJECT_VIEWS = ['list', 'table', 'conflicts', 'zones'] as const;
/** A way in which the panel shows projects. */
export type ProjectView = (typeof PROJECT_VIEWS)[number];

/** Switches between list, table, conflicts and statistics per zone. */
export function ProjectViewSwitch({
  view,
  onChoose,
}: {
  readonly view: ProjectView;
  readonly onChoose: (view: ProjectView) => void;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <Choice
      as="segments"
      label={t('projectView')}
      options={PROJECT_VIEWS.map((choice) => [choice, t(`projectView_${choice}`)] as const)}
      value={view}
      onChoose={onChoose}
    />
  );
}
