const YEAR = String.raw`(?:19|20)\d{2}`;
const NUMBER = String.raw`[1-9]\d{0,5}`;
const IN_WORDS = '[〇零一二三四五六七八九十百千]{1,8}';
const ORGAN = String.raw`(?:[\p{Script=Han}A-Za-z·、]|（[\p{Script=Han}\d]{1,10}）)`;

/**
 * GB/T 9704-2012: the organ's code, the year in full between hexagonal brackets, the number without
 * 第 and without leading zeros, 号.
 */
const STANDARD = new RegExp(`^${ORGAN}{1,30}〔${YEAR}〕${NUMBER}号$`, 'u');

/** Orders and announcements count by 第, in all or within a year: 市人民政府令第12号, 公告2026年第5号. */
const COUNTED = new RegExp(
  `^${ORGAN}{0,30}(?:令|公告|通告)(?:（[\\p{Script=Han}\\d]{1,10}）|${YEAR}年|〔${YEAR}〕)?第(?:${NUMBER}|${IN_WORDS})号$`,
  'u'
);

const BLANK_OR_UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]/gu;
const YEAR_IN_BRACKETS = new RegExp(`[([【〖{〔](${YEAR})年?[)\\]】〗}〕]`, 'g');
/** Behind 号 the number of another organ begins. */
const BETWEEN_NUMBERS = /(?<=号)[、,;/]?/;

/** As it is to be written: digits of half width, 〔2026〕 for [2026] and （2026）, no blanks. */
const normalized = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(BLANK_OR_UNSEEN, '')
    .replace(YEAR_IN_BRACKETS, '〔$1〕')
    .replaceAll('(', '（')
    .replaceAll(')', '）');

/**
 * A 发文字号 as it is to be written, or null where it is none. Takes the form of GB/T 9704-2012, that
 * of orders (令) and announcements (公告, 通告), and several of a joint document, joined by 、.
 */
export const documentNumberOf = (text: string): string | null => {
  const parts = normalized(text)
    .split(BETWEEN_NUMBERS)
    .filter((part) => part !== '');
  const areNumbers = parts.every((part) => STANDARD.test(part) || COUNTED.test(part));
  return parts.length > 0 && areNumbers ? parts.join('、') : null;
};
