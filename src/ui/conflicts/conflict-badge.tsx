// One by one: by the package's index, they would be part of the first load.
import Construction from 'lucide/dist/esm/icons/construction.mjs';
import Leaf from 'lucide/dist/esm/icons/leaf.mjs';
import RulerDimensionLine from 'lucide/dist/esm/icons/ruler-dimension-line.mjs';
import Shell from 'lucide/dist/esm/icons/shell.mjs';
import Shield from 'lucide/dist/esm/icons/shield.mjs';
import ShieldAlert from 'lucide/dist/esm/icons/shield-alert.mjs';
import ShieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import type { JSX } from 'preact';
import { h } from 'preact';
import { CERTAINTIES, type Certainty, type ConflictKind } from '../../domain/conflicts/conflict.ts';
import { useI18n } from '../i18n.tsx';
import { certaintyShape } from './conflict-labels.ts';

const PICTURES = {
  'strict-zone': ShieldAlert,
  'restricted-zone': Shield,
  'optimised-zone': ShieldCheck,
  'ungraded-zone': Shield,
  'natural-coast': Shell,
  setback: Construction,
  'study-setback': RulerDimensionLine,
  'protected-site': Leaf,
} as const satisfies Record<ConflictKind, typeof Shell>;

/** The icon of a kind of conflict; its name is beside it. */
export function ConflictBadge({ kind }: { readonly kind: ConflictKind }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {PICTURES[kind].map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

/** The certainty of a conflict as a sign and a word; or how many have it. */
export function CertaintyMark({
  certainty,
  count,
}: {
  readonly certainty: Certainty;
  readonly count?: number;
}): JSX.Element {
  const { t } = useI18n();
  return (
    <span class={`certainty certainty--${certainty}`}>
      <span aria-hidden="true">{certaintyShape(certainty)}</span>{' '}
      {count === undefined
        ? t(`certainty_${certainty}`)
        : t(`certaintyCount_${certainty}`, { count })}
    </span>
  );
}

/** Counts of conflicts as signs and numbers, with a text for screen readers; a dash for none. */
export function TallyMarks({
  tally,
}: {
  readonly tally: Readonly<Record<Certainty, number>>;
}): JSX.Element {
  const { t } = useI18n();
  const found = CERTAINTIES.filter((certainty) => tally[certainty] > 0);
  return (
    <span class="tally">
      {found.map((certainty) => (
        <span key={certainty} class={`certainty certainty--${certainty}`}>
          <span aria-hidden="true">{certaintyShape(certainty)} </span>
          {tally[certainty]}
          <span class="visually-hidden"> {t(`certainty_${certainty}`)} </span>
        </span>
      ))}
      {found.length === 0 && '–'}
    </span>
  );
}
