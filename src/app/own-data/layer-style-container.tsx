import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { LayerState } from '../../domain/layer-state.ts';
import { type LayerStyle, type StyleBy, styleOf, valueText } from '../../domain/layer-style.ts';
import {
  CATEGORY_COLOURS,
  CLASS_COUNTS,
  type PALETTES,
  styleByNumbers,
  styleByValues,
} from '../../domain/own-data/class-breaks.ts';
import { layerSymbol } from '../../domain/symbology.ts';
import {
  type ColourFieldsProps,
  type ColourQuestion,
  LayerStyleForm,
} from '../../ui/own-data/layer-style-form.tsx';
import type { Model } from '../state/model.ts';

const PLAIN: LayerStyle = { opacity: 1 };
const PALETTE_NAMES = ['viridis', 'cividis'] as const satisfies readonly (keyof typeof PALETTES)[];
const FIRST_QUESTION: ColourQuestion = { mode: 'none', field: '', count: 5, palette: 'viridis' };

/** How a layer is drawn: opacity and order, and for a dataset that is only shown its colours. */
export function LayerStyleContainer({
  model: { layerStyles, plan, page },
  member: { layer, state },
}: {
  readonly model: Pick<Model, 'layerStyles' | 'plan' | 'page'>;
  readonly member: LayerState;
}): JSX.Element {
  const { id, role } = layer;
  const style = styleOf(layerStyles.current.value, id) ?? PLAIN;
  const question = useSignal<ColourQuestion>(questionOf(style));
  const change = (next: Partial<LayerStyle>): void =>
    layerStyles.setStyle(id, { ...style, ...next });
  const order = plan.editedLayers.value
    .filter((other) => other.layer.role === role)
    .map((other) => other.layer.id);
  const at = order.indexOf(id);
  const features =
    state.kind === 'ready' && state.content.role === 'shown' ? state.content : undefined;
  const rows = (features?.features ?? []).map(({ properties }) => properties ?? {});
  const ask = (next: Partial<ColourQuestion>): void => {
    const fields = fieldsOf(rows);
    const asked = { ...question.value, ...next };
    const field = fields.includes(asked.field) ? asked.field : (fields[0] ?? '');
    question.value = { ...asked, field };
    const { by: _, ...others } = style;
    const made = styleFor(question.value, rows);
    layerStyles.setStyle(id, made === undefined ? others : { ...others, by: made });
  };
  const colours: ColourFieldsProps | undefined = features && {
    colour: style.colour ?? layerSymbol(layer.symbology).colour[page.theme.value],
    width: style.width ?? 2,
    question: question.value,
    fields: fieldsOf(rows),
    counts: CLASS_COUNTS,
    palettes: PALETTE_NAMES,
    note: noteOn(question.value, style.by, rows),
    onColour: (colour) => change({ colour }),
    onWidth: (width) => change({ width }),
    onAsk: ask,
  };
  return (
    <LayerStyleForm
      style={style}
      place={at + 1}
      all={order.length}
      role={role}
      {...(colours && { colours })}
      onOpacity={(opacity) => change({ opacity })}
      onMove={(by) =>
        layerStyles.setOrder(swapped(layerStyles.current.peek().order, order, [at, at + by]))
      }
      onReset={() => {
        question.value = FIRST_QUESTION;
        layerStyles.setStyle(id, undefined);
      }}
    />
  );
}

/** The order with two layers of a kind changed about; layers of other kinds keep theirs. */
function swapped(
  order: readonly string[],
  kind: readonly string[],
  [from, to]: readonly [number, number],
): readonly string[] {
  const next = kind.map((id, index) =>
    index === from ? (kind[to] ?? id) : index === to ? (kind[from] ?? id) : id,
  );
  return [...order.filter((id) => !kind.includes(id)), ...next];
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Attributes with a value that can be told in words, in the order of their first appearance; ids and names aside. */
function fieldsOf(rows: Rows): readonly string[] {
  const fields = new Set<string>();
  for (const row of rows)
    for (const [name, value] of Object.entries(row))
      if (valueText(value) !== undefined && !['id', 'name_zh', 'name_en'].includes(name))
        fields.add(name);
  return [...fields];
}

function questionOf({ by }: LayerStyle): ColourQuestion {
  if (by === undefined) return FIRST_QUESTION;
  const count = by.kind === 'categories' ? FIRST_QUESTION.count : by.classes.length;
  return { ...FIRST_QUESTION, mode: by.kind, field: by.field, count };
}

function styleFor(
  { mode, field, count, palette }: ColourQuestion,
  rows: Rows,
): StyleBy | undefined {
  const values = rows.map((row) => row[field]);
  switch (mode) {
    case 'none':
      return undefined;
    case 'categories':
      return styleByValues(field, values);
    case 'quantile':
    case 'natural-breaks': {
      const ramp = PALETTE_NAMES.find((name) => name === palette) ?? 'viridis';
      return styleByNumbers(field, values, { kind: mode, count, palette: ramp });
    }
  }
}

function noteOn(
  { mode, field, count }: ColourQuestion,
  by: StyleBy | undefined,
  rows: Rows,
): ColourFieldsProps['note'] {
  if (mode === 'none') return undefined;
  if (by === undefined) return { key: 'layerNoNumbers' };
  if (by.kind !== 'categories')
    return by.classes.length < count
      ? { key: 'layerFewerClasses', count: by.classes.length }
      : undefined;
  const different = new Set(rows.map((row) => valueText(row[field])));
  different.delete(undefined);
  return different.size > CATEGORY_COLOURS.length ? { key: 'layerMoreValues' } : undefined;
}
