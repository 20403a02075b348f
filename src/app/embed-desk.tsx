import type { JSX } from 'preact';
import { EmbedBar } from '../ui/embed-bar.tsx';
import { useWords } from '../ui/words.tsx';
import type { Desk } from './desk.ts';
import { formatAddress } from './view-state.ts';

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
