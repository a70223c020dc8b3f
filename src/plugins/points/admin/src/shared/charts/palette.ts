/** The colours of a theme that charts are drawn in. */
export interface ThemeColors {
  neutral0: string;
  neutral200: string;
  neutral600: string;
  neutral800: string;
  primary600: string;
  warning700: string;
}

/** What a chart's parts are drawn in. */
export interface Palette {
  ground: string;
  lines: string;
  text: string;
  strongText: string;
  /** The first series, filled. */
  main: string;
  /** The second series, hatched: told apart by more than its colour. */
  second: string;
}

/** The palette of a theme: a blue and an orange, which everybody tells apart (`palette.test.ts`). */
export const paletteOf = (colors: ThemeColors): Palette => ({
  ground: colors.neutral0,
  lines: colors.neutral200,
  text: colors.neutral600,
  strongText: colors.neutral800,
  main: colors.primary600,
  second: colors.warning700,
});
