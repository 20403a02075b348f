import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { useI18n } from '../i18n.tsx';

/** The ways in which the panel shows projects. */
export const PROJECT_VIEWS = ['list', 'table', 'conflicts'] as const;
/** A way in which the panel shows projects. */
export type ProjectView = (typeof PROJECT_VIEWS)[number];

/** Switches between list, table and conflicts. */
export function ProjectViewSwitch({
  view,
  onChoose,
}: {
  readonly view: ProjectView;
  readonly onChoose: (view: ProjectView) => void;
}): JSX.Element {
  const { t } = useI18n();
  const name = useId();
  return (
    <div class="segmented" role="radiogroup" aria-label={t('projectView')}>
      {PROJECT_VIEWS.map((choice) => (
        <label key={choice} class="segmented__choice project-view-switch__choice">
          <input
            type="radio"
            name={name}
            checked={choice === view}
            onChange={() => onChoose(choice)}
          />
          {t(`projectView_${choice}`)}
        </label>
      ))}
    </div>
  );
}
