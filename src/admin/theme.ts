/**
 * A plain blue in place of Strapi's violet, and greys, reds and yellows for small words with
 * the contrast of WCAG 1.4.3 (4.5:1) on what they stand on, which Strapi's have not; everything else is as Strapi has it.
 */
export const light = {
  colors: {
    danger700: '#a02313',
    neutral500: '#666687',
    warning600: '#a05500',
    warning700: '#994a00',
    primary100: '#eef4fb',
    primary200: '#cddff3',
    primary500: '#2f74c0',
    primary600: '#1d5a9e',
    primary700: '#164679',
    buttonPrimary500: '#2f74c0',
    buttonPrimary600: '#1d5a9e',
  },
};

/** In the dark the one red that Strapi sets on a grey too light for it. */
export const dark = { colors: { danger700: '#f5c0b8' } };
