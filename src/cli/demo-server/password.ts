import { randomBytes } from 'node:crypto';
import { CommandError } from '../command-error';
import { remember } from './secrets';

const RULES: ReadonlyArray<[RegExp, string]> = [
  [/^.{8,}$/su, 'at least 8 characters (至少8个字符)'],
  [/[a-z]/, 'a lower-case letter (小写字母)'],
  [/[A-Z]/, 'an upper-case letter (大写字母)'],
  [/[0-9]/, 'a digit (数字)'],
];

/** Strapi hashes no more than so many bytes. */
const MAX_BYTES = 72;

const requireStrong = (password: string): string => {
  const lacks = RULES.flatMap(([rule, words]) => (rule.test(password) ? [] : [words]));
  if (Buffer.byteLength(password) > MAX_BYTES) lacks.push(`at most ${MAX_BYTES} bytes`);
  if (lacks.length === 0) return password;
  throw new CommandError(`DEMO_PASSWORD needs ${lacks.join(', ')}.`);
};

const invent = (): string =>
  `Demo1-${randomBytes(3).toString('hex')}-${randomBytes(3).toString('hex')}`;

/**
 * The password of the demo's logins: DEMO_PASSWORD, else one that is made up once and kept beside
 * the secrets, so that every run can tell it.
 *
 * @throws CommandError when it is weaker than Strapi takes
 */
export const demoPassword = (file: string): string => {
  const given = process.env.DEMO_PASSWORD;
  if (given) return requireStrong(given);
  const password = invent();
  remember(file, { DEMO_PASSWORD: password });
  return password;
};
