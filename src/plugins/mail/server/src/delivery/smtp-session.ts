import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { oneLine } from '../../../domain/header-text';
import type { SmtpFailure } from '../../../domain/smtp-fault';
import type { MailSettings } from './settings';

/** What nodemailer says of a failure. */
interface ConnectionError extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** A message was not delivered, or nobody can say whether it was. */
export class DeliveryError extends Error {
  readonly failure: SmtpFailure;
  /** What the server said, or the system's word for what happened; no secrets. */
  readonly detail: string;

  constructor(failure: SmtpFailure, detail: string) {
    super(detail);
    this.name = 'DeliveryError';
    this.failure = failure;
    this.detail = detail;
  }
}

type Done<T> = (error: Error | null | undefined, value: T) => void;

/** A connection, and how it ended where it did so by itself. */
interface Line {
  connection: SMTPConnection;
  lost: Promise<never>;
}

/** One line to the mail server, opened when the first message goes over it. */
export interface SmtpSession {
  /**
   * Hands a message over.
   *
   * @returns what the server said when it took it
   * @throws DeliveryError
   */
  deliver(recipient: string, message: Buffer): Promise<string>;
  /** Says goodbye, where a line is open. */
  close(): void;
  /** Cuts the line off, in the middle of whatever goes over it. */
  abort(): void;
}

const LONGEST_DETAIL = 300;

/** Nodemailer calls all that befalls a socket by these, and leaves the system's own word to the sentence. */
const OF_SOCKET: ReadonlySet<string> = new Set(['ESOCKET', 'ECONNECTION']);
const SYSTEM_WORD = /\b(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE)\b/;

const codeOf = ({ code = '', message }: ConnectionError): string =>
  (OF_SOCKET.has(code) && SYSTEM_WORD.exec(message)?.[0]) || code;

/** Opens no line until there is something to send, and one at most. */
export const smtpSession = (settings: MailSettings): SmtpSession => {
  let line: Line | undefined;
  let isHandedOver = false;

  const withoutSecrets = (text: string): string => {
    const { password = '' } = settings.login ?? {};
    return oneLine(password === '' ? text : text.replaceAll(password, '***'), LONGEST_DETAIL);
  };

  const drop = (): void => {
    line?.connection.close();
    line = undefined;
  };

  const asDeliveryError = (error: ConnectionError): DeliveryError => {
    const { command = '', response = '', responseCode } = error;
    const failure: SmtpFailure = {
      code: codeOf(error),
      command,
      reply: responseCode ?? null,
      // Whoever is refused in the envelope has handed nothing over, though the rest is read to its end.
      isHandedOver: isHandedOver && error.code !== 'EENVELOPE',
    };
    return new DeliveryError(failure, withoutSecrets(response || failure.code));
  };

  /** A step of the dialogue, which the end of the line ends too. */
  const step = <T>({ lost }: Line, take: (done: Done<T>) => void): Promise<T> =>
    Promise.race([
      lost,
      new Promise<T>((resolve, reject) => {
        take((error, value) => {
          if (error) reject(error);
          else resolve(value);
        });
      }),
    ]);

  const newLine = (): Line => {
    const { host, port, secure, requireTls, timeout } = settings;
    const connection = new SMTPConnection({
      ...{ host, port, secure, requireTLS: requireTls },
      ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout },
      dnsTimeout: timeout,
    });
    const lost = new Promise<never>((_resolve, reject) => {
      connection.on('error', reject);
      connection.once('end', () => {
        reject(Object.assign(new Error('The connection ended.'), { code: 'ECONNECTION' }));
      });
    });
    // Where nobody is waiting for an answer, the end of the line is no news.
    lost.catch(() => undefined);
    return { connection, lost };
  };

  const open = async (): Promise<Line> => {
    const opened = newLine();
    line = opened;
    const { connection } = opened;
    await step<undefined>(opened, (done) => connection.connect((error) => done(error, undefined)));
    const { login } = settings;
    if (login) {
      const credentials = { user: login.user, pass: login.password };
      await step<undefined>(opened, (done) =>
        connection.login({ credentials }, (error) => done(error, undefined))
      );
    }
    return opened;
  };

  /** The line that is open, cleared of the last message; a new one where the server keeps it no longer. */
  const ready = async (): Promise<Line> => {
    if (!line) return open();
    const used = line;
    try {
      await step<undefined>(used, (done) =>
        used.connection.reset((error) => done(error, undefined))
      );
      return used;
    } catch {
      // Servers close lines that have carried enough; the next one tells what is wrong, if anything is.
      drop();
      return open();
    }
  };

  const handOver = async (recipient: string, message: Buffer): Promise<string> => {
    const used = await ready();
    const envelope = { from: settings.from.address, to: recipient, size: message.length };
    const content = Readable.from([message]);
    content.once('end', () => {
      isHandedOver = true;
    });
    const { response } = await step<{ response: string }>(used, (done) =>
      used.connection.send(envelope, content, done)
    );
    return withoutSecrets(response);
  };

  /** Ends what takes too long, however often the server says something meanwhile. */
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' }));
      }, settings.deliveryTimeout);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    async deliver(recipient, message) {
      isHandedOver = false;
      try {
        return await inTime(handOver(recipient, message));
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        const failed = asDeliveryError(error);
        // A refusal in words leaves the line as it was; after anything else nobody knows where it stands.
        if (failed.failure.reply === null) drop();
        throw failed;
      }
    },

    abort: drop,

    close() {
      line?.connection.quit();
      line = undefined;
    },
  };
};
