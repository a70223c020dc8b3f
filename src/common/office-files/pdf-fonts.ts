/**
 * The whole of Noto Serif SC (SIL Open Font License 1.1), of which a file holds the letters that it
 * shows. A package brings it, so that what is printed looks the same wherever the file is made. By
 * their paths, for only by these does PDFKit know a font again that it has opened.
 */
export const FONTS = {
  regular:
    require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
} as const;

/** A font and a size in points. */
export interface Face {
  font: keyof typeof FONTS;
  size: number;
}
