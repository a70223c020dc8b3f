import type { Core } from '@strapi/strapi';
import { isAddress, oneLine } from '../../../domain/header-text';
import { oncePerApplication } from '../../../../../common/once-per-application';

/** By which server, as whom and how patiently mail is sent. */
export interface MailSettings {
  host: string;
  port: number;
  /** Encrypted from the start. */
  secure: boolean;
  /** Encrypted before anything is said, or not at all. */
  requireTls: boolean;
  login: { user: string; password: string } | null;
  from: { name: string; address: string };
  /** How long the server may be silent, in milliseconds. */
  timeout: number;
  /** How long a message may take in all, in milliseconds. */
  deliveryTimeout: number;
}

/** `config/mail`. */
interface Configuration {
  url: string;
  host: string;
  port: number;
  secure: boolean;
  user: string;
  password: string;
  requireTls: string;
  from: string;
  timeout: number;
  deliveryTimeout: number;
}

type Server = Pick<MailSettings, 'host' | 'port' | 'secure' | 'login'>;

const SUBMISSION = 587;
const SUBMISSION_OVER_TLS = 465;

/** The address may hold the password, so that no sentence repeats it. */
const WRONG_URL =
  'SMTP_URL 须形如 smtp://用户:密码@主机:587 或 smtps://用户:密码@主机:465（特殊字符须作百分号编码）。 ' +
  'SMTP_URL is smtp://user:password@host:587 or smtps://user:password@host:465, special characters percent-encoded.';

const WRONG_SENDER =
  '设置了邮件服务器，还须在 MAIL_FROM 中填写发件地址，如 宣传信息 <news@example.gov.cn>。 ' +
  'With a mail server, MAIL_FROM is the address to send from, such as News <news@example.gov.cn>.';

const portOf = (port: number, secure: boolean): number =>
  port || (secure ? SUBMISSION_OVER_TLS : SUBMISSION);

const fromUrl = (text: string): Server => {
  try {
    const { protocol, hostname, port, username, password } = new URL(text);
    const secure = protocol === 'smtps:';
    if (hostname === '' || (!secure && protocol !== 'smtp:')) throw new TypeError(protocol);
    const login = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
    return {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: portOf(Number(port), secure),
      secure,
      login: username === '' ? null : login,
    };
  } catch {
    // What went wrong would repeat the address, and the password in it.
    throw new Error(WRONG_URL);
  }
};

const serverOf = ({ url, host, port, secure, user, password }: Configuration): Server | null => {
  if (url !== '') return fromUrl(url);
  if (host === '') return null;
  const login = user === '' ? null : { user, password };
  return { host, port: portOf(port, secure), secure, login };
};

const senderOf = (text: string): MailSettings['from'] => {
  const [, name = '', bracketed] = /^(.*?)<([^<>]*)>$/s.exec(text.trim()) ?? [];
  const address = (bracketed ?? text).trim();
  if (!isAddress(address)) throw new Error(WRONG_SENDER);
  return { name: oneLine(name.replace(/^\s*"|"\s*$/g, '')), address };
};

/**
 * How mail is sent; `null` where no mail server is set up, and nothing is sent.
 *
 * @throws Error that says which variable is wrong, without its value
 */
export const mailSettings = oncePerApplication((strapi: Core.Strapi): MailSettings | null => {
  const configuration = strapi.config.get<Configuration>('mail');
  const { requireTls, from, timeout, deliveryTimeout } = configuration;
  const server = serverOf(configuration);
  if (!server) return null;
  return {
    ...server,
    requireTls: requireTls === '' ? server.login !== null : requireTls === 'true',
    from: senderOf(from),
    timeout,
    deliveryTimeout,
  };
});
