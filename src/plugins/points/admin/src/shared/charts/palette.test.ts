import { paletteOf } from './palette';

/** Strapi's light colours with the panel's own blue, and its dark ones. */
const THEMES = {
  light: {
    ...{ neutral0: '#ffffff', neutral200: '#dcdce4', neutral600: '#666687', neutral800: '#32324d' },
    ...{ primary600: '#1d5a9e', warning700: '#be5d01' },
  },
  dark: {
    ...{ neutral0: '#212134', neutral200: '#4a4a6a', neutral600: '#a5a5ba', neutral800: '#ffffff' },
    ...{ primary600: '#7b79ff', warning700: '#fae7b9' },
  },
};

type Rgb = [number, number, number];

/** How somebody sees linear colours: Machado, Oliveira and Fernandes (2009), severity 1. */
const SIGHTS: Record<string, [Rgb, Rgb, Rgb]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'without red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Rgb => {
  const of = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [of(1), of(3), of(5)];
};

const times = ([x, y, z]: Rgb, [a, b, c]: Rgb): number => x * a + y * b + z * c;

const seenBy = (sight: [Rgb, Rgb, Rgb], color: Rgb): Rgb => [
  times(sight[0], color),
  times(sight[1], color),
  times(sight[2], color),
];

const LUMINANCE: Rgb = [0.2126, 0.7152, 0.0722];

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [one, other].map((each) => times(LUMINANCE, linear(each))).sort();
  return (light + 0.05) / (dark + 0.05);
};

/** CIE 1976 lightness and colour, of linear sRGB under D65. */
const lab = (color: Rgb): Rgb => {
  const root = (value: number): number =>
    value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
  const x = root(times([0.4124, 0.3576, 0.1805], color) / 0.9505);
  const y = root(times([0.2126, 0.7152, 0.0722], color));
  const z = root(times([0.0193, 0.1192, 0.9505], color) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

const distance = (one: Rgb, other: Rgb): number => {
  const [a, b] = [lab(one), lab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe.each(Object.entries(THEMES))('the palette of the %s theme', (_name, colors) => {
  const { ground, main, second, text, strongText } = paletteOf(colors);

  it('stands out from its ground', () => {
    expect(contrast(main, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(second, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(strongText, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(Object.entries(SIGHTS))('has two series that differ for a sight %s', (_sight, sight) => {
    const [one, other] = [seenBy(sight, linear(main)), seenBy(sight, linear(second))];
    expect(distance(one, other)).toBeGreaterThan(25);
  });
});
