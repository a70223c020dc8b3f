import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const NAMES = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
] as const;

const secret = (): string => randomBytes(32).toString('base64');

const invent = (name: string): string =>
  name === 'APP_KEYS' ? `${secret()},${secret()}` : secret();

/** Puts a value where the file names it without one, else at its end. */
const put = (text: string, name: string, value: string): string => {
  const empty = new RegExp(`^${name}=[ \\t]*$`, 'm');
  if (empty.test(text)) return text.replace(empty, () => `${name}=${value}`);
  const separator = text === '' || text.endsWith('\n') ? '' : '\n';
  return `${text}${separator}${name}=${value}\n`;
};

/** Writes values into an environment file, readable by its owner only, and into this process. */
export const remember = (file: string, values: Readonly<Record<string, string>>): void => {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const after = Object.entries(values).reduce(
    (text, [name, value]) => put(text, name, value),
    before
  );
  writeFileSync(file, after, { mode: 0o600 });
  Object.assign(process.env, values);
};

/** Makes the secrets that neither the environment nor the file has. */
export const ensureSecrets = (file: string): void => {
  const missing = NAMES.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  remember(file, Object.fromEntries(missing.map((name) => [name, invent(name)])));
};
