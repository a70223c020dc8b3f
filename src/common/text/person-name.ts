/** What an account says of who uses it. */
export interface NamedAccount {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
  email?: string | null;
}

const HAN = /\p{Script=Han}/u;

/**
 * The name of a person as trails and screens write it: Chinese names family name first and without a
 * blank (张三), others as they are spoken (Mary Smith). Without a name, what the account is told by.
 */
export const personName = ({ firstname, lastname, username, email }: NamedAccount): string => {
  const [given, family] = [firstname, lastname].map((part) => part?.trim() ?? '');
  const isChinese = HAN.test(`${family}${given}`);
  const name = isChinese ? `${family}${given}` : [given, family].filter(Boolean).join(' ');
  return name || username?.trim() || email?.trim() || '';
};
