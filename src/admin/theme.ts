/** A plain blue in place of Strapi's violet; everything else is as Strapi has it. */
export const theme = {
  colors: {
    primary100: '#eef4fb',
    primary200: '#cddff3',
    primary500: '#2f74c0',
    primary600: '#1d5a9e',
    primary700: '#164679',
    buttonPrimary500: '#2f74c0',
    buttonPrimary600: '#1d5a9e',
  },
};
