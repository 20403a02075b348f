import type { JSX } from 'preact';
import { useWords } from '../../ui/i18n.tsx';
import { EmbedBar } from '../../ui/shell/embed-bar.tsx';
import { formatAddress } from '../address/url-state.ts';
import type { Desk } from '../controller.ts';

/** Joins the bar of an embedded map to the model. */
export function EmbedDesk({ desk: { model } }: { readonly desk: Desk }): JSX.Element | null {
  const { pick } = useWords();
  const catalogue = model.catalogueState.value;
  if (catalogue.kind !== 'ready') return null;
  const { isEmbedded: _, ...view } = model.viewState.value;
  const { search, hash } = formatAddress(view);
  return (
    <EmbedBar
      title={pick(catalogue.catalogue.title)}
      isSurveyed={model.isSurveyed.value}
      fullView={`${location.pathname}${search}${hash}`}
    />
  );
}
