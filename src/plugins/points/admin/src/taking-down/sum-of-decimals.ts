/** The sum of numbers with two decimals, in hundredths, so that none is lost. */
export const sumOfDecimals = (texts: readonly string[]): string =>
  (texts.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0) / 100).toFixed(2);
