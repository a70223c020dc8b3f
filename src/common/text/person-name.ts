/** What an account says of who uses it. */
export interface NamedAccount {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email?: string | null;
}

const HAN = /\p{Script=Han}/u;

/** As many letters as every trail has room for: that of corrected dates has the least. */
const MOST_LETTERS = 200;

const cut = (name: string): string => name.slice(0, MOST_LETTERS).replace(/\p{Surrogate}$/u, '');

/**
 * The name of a person as trails and screens write it: Chinese names family name first and without a
 * blank (张三), others as they are spoken (Mary Smith). Without a name, what the account is told by.
 * Never longer than 200 characters: Strapi limits neither part of it.
 */
export const personName = ({ firstname, lastname, username, email }: NamedAccount): string => {
  const [given, family] = [firstname, lastname].map((part) => part?.trim() ?? '');
  const isChinese = HAN.test(`${family}${given}`);
  const name = isChinese ? `${family}${given}` : [given, family].filter(Boolean).join(' ');
  return cut(name || username?.trim() || email?.trim() || '');
};
