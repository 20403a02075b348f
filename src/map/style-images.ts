import { layerIconPath } from '../domain/legend/layer-icon-path.ts';
import {
  COASTLINE_SYMBOLS,
  LAYER_ICONS,
  type LayerIcon,
  layerSymbol,
  MAP_COLOURS,
  type Theme,
} from '../domain/symbology.ts';

/** A picture that the style refers to by id; its pixels have twice the drawn resolution. */
export type StyleImage = { readonly pixels: ImageData; readonly pixelRatio: number };

const PIXEL_RATIO = 2;

/** Returns the image id of the tick on artificial coast. */
export function tickImageId(theme: Theme): string {
  return `tick:${theme}`;
}

/** Returns the image id of the dot of a town. */
export function dotImageId(theme: Theme): string {
  return `dot:${theme}`;
}

/** Returns the image id of the hatch of a layer's areas. */
export function hatchImageId(symbology: string, theme: Theme): string {
  return `hatch:${symbology}:${theme}`;
}

/** Returns the image id of an icon in a colour. */
export function iconImageId(icon: LayerIcon, colour: string): string {
  return `icon:${icon}:${colour}`;
}

/**
 * Draws the picture for an id, so that the map needs no sprite file. Returns undefined for an unknown id or
 * when the browser has no 2D canvas.
 */
export function drawImage(id: string): StyleImage | undefined {
  const [kind, subject = '', detail = ''] = id.split(':');
  switch (kind) {
    case 'tick':
      return isTheme(subject) ? drawTick(COASTLINE_SYMBOLS.artificial.colour[subject]) : undefined;
    case 'dot':
      return isTheme(subject) ? drawDot(subject) : undefined;
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
  // The pixels are read back at once: a canvas on the GPU would wait for that, 840 ms for a first map in
  // software.
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

/** A tick that points up, to the left of the line along which it is placed; no wider, so that it hinders few others. */
function drawTick(colour: string): StyleImage | undefined {
  return paint(3, 7, (context) => {
    context.fillStyle = colour;
    context.fillRect(0.5, 0, 2, 7);
  });
}

function drawDot(theme: Theme): StyleImage | undefined {
  return paint(8, 8, (context) => {
    context.arc(4, 4, 2.6, 0, 7);
    context.fillStyle = MAP_COLOURS.halo[theme];
    context.fill();
    context.strokeStyle = MAP_COLOURS.quietText[theme];
    context.lineWidth = 1.3;
    context.stroke();
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
  // maki icons use a 15 × 15 grid; a margin of one unit preserves the antialiasing.
  return paint(17, 17, (context) => {
    context.translate(1, 1);
    context.fillStyle = colour;
    context.fill(new Path2D(layerIconPath(icon)));
  });
}
