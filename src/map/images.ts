import { layerIconPath } from '../domain/layer-icon-path.ts';
import { layerSymbol, COASTLINE_SYMBOLS, type LayerIcon, LAYER_ICONS, MAP_COLOURS, type Theme } from '../domain/symbology.ts';

/** A picture that the style refers to by id: pixels at twice the size it is drawn in. */
export type MapImage = { readonly pixels: ImageData; readonly pixelRatio: number };

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
export function drawImage(id: string): MapImage | undefined {
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
): MapImage | undefined {
  const canvas = new OffscreenCanvas(width * PIXEL_RATIO, height * PIXEL_RATIO);
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw(context);
  return { pixels: context.getImageData(0, 0, canvas.width, canvas.height), pixelRatio: PIXEL_RATIO };
}

/** A tick on one side of the line only: the upper half of the pattern is the line's left. */
function drawTicks(colour: string): MapImage | undefined {
  return paint(8, 16, (context) => {
    context.fillStyle = colour;
    context.fillRect(3, 0, 2, 8);
  });
}

function drawHatch(colour: string): MapImage | undefined {
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

function drawIcon(icon: LayerIcon, colour: string): MapImage | undefined {
  // maki draws on a 15 × 15 grid; one unit of margin keeps the antialiasing whole.
  return paint(17, 17, (context) => {
    context.translate(1, 1);
    context.fillStyle = colour;
    context.fill(new Path2D(layerIconPath(icon)));
  });
}
