/** What letters are for, by GB/T 9704-2012. */
export type Face = 'title' | 'black' | 'regular' | 'body' | 'number';

interface NamedFont {
  /** As the standard and most offices name it. */
  name: string;
  /** What a program takes where it is not installed, the likest first. */
  alternatives: string;
  family: 'roman' | 'modern' | 'script';
}

const FONTS = {
  title: {
    name: '方正小标宋简体',
    alternatives: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,宋体,SimSun',
    family: 'roman',
  },
  black: {
    name: '黑体',
    alternatives: 'SimHei,Noto Sans CJK SC,Source Han Sans SC',
    family: 'modern',
  },
  regular: { name: '楷体_GB2312', alternatives: '楷体,KaiTi,STKaiti', family: 'script' },
  body: {
    name: '仿宋_GB2312',
    alternatives: '仿宋,FangSong,STFangsong,Noto Serif CJK SC',
    family: 'modern',
  },
  number: { name: '宋体', alternatives: 'SimSun,Noto Serif CJK SC', family: 'roman' },
} as const satisfies Record<Face, NamedFont>;

const LATIN = 'Times New Roman';

/** The fonts of a run: one for Chinese, one for letters and digits. */
export const fontOf = (face: Face) => {
  const latin = face === 'number' ? FONTS.number.name : LATIN;
  return { ascii: latin, hAnsi: latin, cs: LATIN, eastAsia: FONTS[face].name };
};

const fontElement = ({ alternatives, family, name }: NamedFont): string =>
  `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="86"/>` +
  `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;

/** The part that tells a program what stands in for a font which is not installed. */
export const FONT_TABLE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  Object.values(FONTS).map(fontElement).join('') +
  `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
  '</w:fonts>';
