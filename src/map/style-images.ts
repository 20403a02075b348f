import { layerIconPath } from '../domain/legend/layer-icon-path.ts';
import {
  COASTLINE_SYMBOLS,
  LAYER_ICONS,
  type LayerIcon,
  layerSymbol,
  MAP_COLOURS,
  type Theme,
} from '../domain/symbology.ts';

/** A picture that the style refers to by id: pixels at twice the size it is drawn in. */
export type StyleImage = { readonly pixels: ImageData; readonly pixelRatio: number };

const PIXEL_RATIO = 2;

/** Id of the tick pattern of the artificial coast. */
export function tickImageId(theme: Theme): string {
  return `tick:${theme}`;
}

/** Id of the hatch of a layer's areas. */
export function hatchImageId(symbology: string, theme: Theme): string {
  return `hatch:${symbology}:${theme}`;
}

/** Id of an icon in a colour. */
export function iconImageId(icon: LayerIcon, colour: string): string {
  return `icon:${icon}:${colour}`;
}

/**
 * Draws the picture behind an id, so that the map needs no sprite file; `undefined` for an id that
 * is none of ours or where the browser has no 2D canvas.
 */
export function drawImage(id: string): StyleImage | undefined {
  const [kind, subject = '', detail = ''] = id.split(':');
  switch (kind) {
    case 'tick':
      return isTheme(subject) ? drawTicks(COASTLINE_SYMBOLS.artificial.colour[subject]) : undefined;
    case 'hatch':
      return isTheme(detail) ? drawHatch(layerSymbol(subject).colour[detail]) : undefined;
    case 'icon': {
      const icon = LAYER_ICONS.find((name) => name === subject);
      return icon === undefined ? undefined : drawIcon(icon, detail);
    }
    default:
      return undefined;
  }
}

function isTheme(name: string): name is Theme {
  return Object.hasOwn(MAP_COLOURS.sea, name);
}

function paint(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): StyleImage | undefined {
  // Read back at once: on the graphics processor that waits for it, 840 ms for a first map in software.
  const canvas = new OffscreenCanvas(width * PIXEL_RATIO, height * PIXEL_RATIO);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw(context);
  return {
    pixels: context.getImageData(0, 0, canvas.width, canvas.height),
    pixelRatio: PIXEL_RATIO,
  };
}

/**
 * A tick on one side of the line only: MapLibre lays the lower half of a pattern on the line's left.
 * The outermost pixel stays clear, or filtering would bleed it over to the other side.
 */
function drawTicks(colour: string): StyleImage | undefined {
  return paint(8, 16, (context) => {
    context.fillStyle = colour;
    context.fillRect(3, 8, 2, 7);
  });
}

function drawHatch(colour: string): StyleImage | undefined {
  const size = 10;
  return paint(size, size, (context) => {
    context.strokeStyle = colour;
    context.lineWidth = 1.1;
    context.beginPath();
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift, size);
      context.lineTo(shift + size, 0);
    }
    context.stroke();
  });
}

function drawIcon(icon: LayerIcon, colour: string): StyleImage | undefined {
  // maki draws on a 15 × 15 grid; one unit of margin keeps the antialiasing whole.
  return paint(17, 17, (context) => {
    context.translate(1, 1);
    context.fillStyle = colour;
    context.fill(new Path2D(layerIconPath(icon)));
  });
}
