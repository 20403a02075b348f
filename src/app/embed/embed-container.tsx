import type { JSX } from 'preact';
import { useI18n } from '../../ui/i18n.tsx';
import { EmbedBar } from '../../ui/shell/embed-bar.tsx';
import { formatUrlState } from '../address/url-state.ts';
import type { Controller } from '../state/controller.ts';

/** The bar of an embedded map; nothing until the catalogue is loaded. */
export function EmbedContainer({
  controller: { model },
}: {
  readonly controller: Controller;
}): JSX.Element | null {
  const { pick } = useI18n();
  const catalogue = model.plan.catalogue.value;
  if (catalogue.kind !== 'ready') return null;
  const { isEmbedded: _, ...view } = model.url.state.value;
  const { search, hash } = formatUrlState(view);
  return (
    <EmbedBar
      title={pick(catalogue.catalogue.title)}
      coastStatus={model.plan.coastStatus.value}
      fullView={`${location.pathname}${search}${hash}`}
    />
  );
}
