import { signal } from '@preact/signals';
import type { LayerState } from '../../domain/layer-state.ts';
import {
  type LayerStyle,
  type LayerStyles,
  NO_LAYER_STYLES,
  styleOf,
} from '../../domain/layer-style.ts';
import { readonly } from '../lifecycle/as-readonly.ts';

/** How the user has layers drawn: one plain value. */
export function createLayerStyleModel() {
  const current = signal<LayerStyles>(NO_LAYER_STYLES);
  return {
    ...readonly({ current }),
    /** Styles a layer anew; undefined gives it the look of its symbology. */
    setStyle: (id: string, style: LayerStyle | undefined): void => {
      const { [id]: _, ...others } = current.value.styles;
      current.value = {
        ...current.value,
        styles: style === undefined ? others : { ...others, [id]: style },
      };
    },
    /** Draws layers in this order, from bottom to top. */
    setOrder: (order: readonly string[]): void => {
      current.value = { ...current.value, order };
    },
    restore: (next: LayerStyles): void => {
      current.value = next;
    },
  };
}

/** Layers with their styles, in the order in which they are drawn; the same objects where nothing has been changed. */
export function withStyles(
  layers: readonly LayerState[],
  given: LayerStyles,
): readonly LayerState[] {
  const { order, styles } = given;
  if (order.length === 0 && Object.keys(styles).length === 0) return layers;
  const styled = layers.map((member) => {
    const style = styleOf(given, member.layer.id);
    return style === undefined ? member : { ...member, style };
  });
  // Layers that were moved take the places of all that were, in their new order; the rest stay.
  const moved = order.flatMap((id) => styled.find(({ layer }) => layer.id === id) ?? []);
  const places = styled.filter(({ layer }) => order.includes(layer.id));
  return styled.map((member) => moved[places.indexOf(member)] ?? member);
}
