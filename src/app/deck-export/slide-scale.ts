import { formatNumber, UNITS, withUnit } from '../../ui/format.ts';
import type { I18n } from '../../ui/i18n.tsx';
import type { ComposeContext } from './slide-blocks.ts';
import type { SlideItem, SlideMap } from './slide-items.ts';
import type { SlideBox } from './slide-layout.ts';

/** Sizes in inches, type in points. */
const SIZE = { margin: 0.16, pad: 0.08, bar: 0.06, height: 0.36, north: 0.34, type: 10 } as const;
/** The longest bar on a slide's map, in millimetres. */
export const LONGEST_BAR_MM = 36;
const MM_PER_INCH = 25.4;

/** Scale bar and north sign at the lower left of a map, over its picture. */
export function scaleItems(
  { name, bar, bearing }: Pick<SlideMap, 'name' | 'bar' | 'bearing'>,
  map: SlideBox,
  { words, measure }: ComposeContext,
): readonly SlideItem[] {
  const { t } = words;
  const named = (text: string): string => (name === '' ? text : `${text}: ${name}`);
  const [scale, north] = [named(t('slideObjectScale')), named(t('slideObjectNorth'))];
  const label = barLabel(bar.lengthM, words);
  const length = bar.lengthMm / MM_PER_INCH;
  const labelW = (measure(label, SIZE.type, false) * 1.12) / 72 + 0.04;
  const y = map.y + map.h - SIZE.margin - SIZE.height;
  const x = map.x + SIZE.margin;
  const barX = x + SIZE.north + SIZE.pad;
  const part = length / bar.parts;
  const barY = y + (SIZE.height - SIZE.bar) / 2;
  const plate = { kind: 'shape', shape: 'rect', fill: 'bg1', opacity: 0.82 } as const;
  return [
    ...northItems(north, { x, y, w: SIZE.north, h: SIZE.height }, bearing, words),
    {
      ...plate,
      path: [scale, t('slideObjectGround')],
      box: {
        ...{ x: x + SIZE.north, y, h: SIZE.height },
        w: length + labelW + 3 * SIZE.pad,
      },
    },
    ...Array.from(
      { length: bar.parts },
      (_, index): SlideItem => ({
        ...{ kind: 'shape', shape: 'rect', line: 'tx1', fill: index % 2 === 0 ? 'tx1' : 'bg1' },
        path: [scale, t('slideObjectPart', { index: index + 1 })],
        box: { x: barX + index * part, y: barY, w: part, h: SIZE.bar },
      }),
    ),
    {
      ...{ kind: 'text', text: label, size: SIZE.type, colour: 'tx1', valign: 'middle' },
      path: [scale, label],
      box: { x: barX + length + SIZE.pad, y, w: labelW, h: SIZE.height },
    },
  ];
}

/** `10 km`, `500 m`. */
function barLabel(lengthM: number, { language }: I18n): string {
  const isLong = lengthM >= 1000;
  const value = isLong ? lengthM / 1000 : lengthM;
  const decimals = `${Number(value.toPrecision(6))}`.split('.')[1]?.length ?? 0;
  const unit = (isLong ? UNITS.kilometre : UNITS.metre)[language];
  return withUnit(formatNumber(value, decimals, language), unit);
}

/** An arrow to the north under its letter; both turn with the map, and the letter stays upright. */
function northItems(
  group: string,
  box: SlideBox,
  bearing: number,
  { t }: I18n,
): readonly SlideItem[] {
  const turn = ((-bearing % 360) + 360) % 360 || 0;
  const radians = (turn * Math.PI) / 180;
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  // The tip is up and the letter beyond it where the map is not turned.
  const at = (up: number): readonly [x: number, y: number] => [
    x + up * Math.sin(radians),
    y - up * Math.cos(radians),
  ];
  const arrow = { w: 0.1, h: 0.16 };
  const letter = { w: 0.24, h: 0.16 };
  const [arrowX, arrowY] = at(-0.08);
  const [letterX, letterY] = at(0.085);
  return [
    {
      ...{ kind: 'shape', shape: 'rect', fill: 'bg1', opacity: 0.82, box },
      path: [group, t('slideObjectGround')],
    },
    {
      ...{
        kind: 'shape',
        shape: 'triangle',
        fill: 'tx1',
        turn,
        path: [group, t('slideObjectArrow')],
      },
      box: { x: arrowX - arrow.w / 2, y: arrowY - arrow.h / 2, ...arrow },
    },
    {
      ...{ kind: 'text', text: t('printNorth'), size: SIZE.type, isBold: true, colour: 'tx1' },
      ...{ align: 'center', valign: 'middle', path: [group, t('printNorth')] },
      box: { x: letterX - letter.w / 2, y: letterY - letter.h / 2, ...letter },
    },
  ];
}
