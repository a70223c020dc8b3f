import type { Core } from '@strapi/strapi';
import type { errors } from '@strapi/utils';
import { refuse } from '../site/refusals';
import known from './known-passwords.json';

interface Policy {
  /** So long a password needs no kinds of characters. */
  length: number;
  /** So many kinds of characters (of four) make up for a shorter one. */
  kinds: number;
}

const SHORTEST = 8;
/** bcrypt looks at no more. */
const MOST_BYTES = 72;

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

const KNOWN: ReadonlySet<string> = new Set(known);

/** `Password123!` is `password`: what is put behind a known word makes it no less known. */
const coreOf = (password: string): string => password.toLowerCase().replace(/[^\p{Letter}]+$/u, '');

const isKnown = (password: string): boolean =>
  KNOWN.has(password.toLowerCase()) ||
  KNOWN.has(coreOf(password)) ||
  new Set(password.toLowerCase()).size < 4;

const flawOf = (
  password: string,
  { length, kinds }: Policy
): 'known' | 'long' | 'weak' | undefined => {
  if (new TextEncoder().encode(password).length > MOST_BYTES) return 'long';
  if (isKnown(password)) return 'known';
  const count = KINDS.filter((kind) => kind.test(password)).length;
  const isEnough = password.length >= length || (password.length >= SHORTEST && count >= kinds);
  return isEnough ? undefined : 'weak';
};

/** Why a password cannot be taken (settings `PASSWORD_LENGTH`, `PASSWORD_KINDS`), if it cannot. */
export const passwordRefusal = (
  strapi: Core.Strapi,
  password: string
): errors.ValidationError | undefined => {
  const policy = strapi.config.get<Policy>('site.password');
  const flaw = flawOf(password, policy);
  return (
    flaw && refuse(strapi, 'password', `error.password.${flaw}`, { ...policy, most: MOST_BYTES })
  );
};

interface AuthService {
  hashPassword(password: string): Promise<string>;
}

/** Every password of the panel is hashed here, also one that the command line sets. */
export const guardPasswords = (strapi: Core.Strapi): void => {
  const auth = strapi.service('admin::auth') as unknown as AuthService;
  const hash = auth.hashPassword.bind(auth);
  auth.hashPassword = async (password) => {
    const refusal = passwordRefusal(strapi, password);
    if (refusal) throw refusal;
    return hash(password);
  };
};
