/**
 * What is seen of linear sRGB with each kind of colour vision. Source: Machado, Oliveira and Fernandes 2009, table 1,
 * severity 1.
 */
const VISIONS = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

/** The kinds of colour vision that are told apart here. */
export const COLOUR_VISIONS = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'] as const;

/** Of two colours that differ by less, one is taken for a shade of the other. */
export const ANOTHER_COLOUR = 10;

type Triple = readonly [number, number, number];

/** sRGB to XYZ under D65 (IEC 61966-2-1). */
const TO_XYZ = [
  [0.4124, 0.3576, 0.1805],
  [0.2126, 0.7152, 0.0722],
  [0.0193, 0.1192, 0.9505],
] as const;

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  const [a = 0, b = 0, c = 0] = matrix.map(([p, q, r]) => p * x + q * y + r * z);
  return [a, b, c];
}

function linear(colour: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** CIE 1976 L*a*b* of a colour as it is seen. */
function seen(colour: string, vision: keyof typeof VISIONS): Triple {
  const [red, green, blue] = times(VISIONS[vision], linear(colour));
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  const [x, y, z] = times(TO_XYZ, [clip(red), clip(green), clip(blue)]);
  const f = (share: number): number =>
    share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  const [fx, fy, fz] = [f(x / 0.9505), f(y), f(z / 1.089)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** The distance of two colours in CIE 1976 L*a*b*, as they are seen: black and white are 100 apart. */
export function apart(one: string, other: string, vision: keyof typeof VISIONS): number {
  const [a, b] = [seen(one, vision), seen(other, vision)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** How far two colours are apart in a grey print: by their lightness alone. */
export function apartInGrey(one: string, other: string): number {
  return Math.abs(seen(one, 'usual')[0] - seen(other, 'usual')[0]);
}
