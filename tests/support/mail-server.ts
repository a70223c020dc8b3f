import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A message that the server took, as it came over the line. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Header lines and body, undecoded. */
  raw: string;
}

/** What a server does otherwise than to take everything. */
export interface MailServerOptions extends SMTPServerOptions {
  /** Called when a whole message is there, before it is answered; an error refuses it. */
  onMessage?: (mail: ReceivedMail, session: SMTPServerSession) => Promise<void> | void;
}

/** A real mail server in this process. */
export interface MailServer {
  port: number;
  /** Messages that it took. */
  received: ReceivedMail[];
  /** How many lines were opened to it. */
  connections: () => number;
  /** The environment of an application that sends by it. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/** A refusal by the server, with its code. */
export const smtpRefusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** The environment of an application that sends by a port of this machine. */
export const sendingBy = (port: number): Record<string, string> => ({
  ...{ SMTP_URL: '', SMTP_USER: '', SMTP_PASSWORD: '', SMTP_REQUIRE_TLS: '' },
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(port),
  MAIL_FROM: '宣传信息 <news@culture.example.test>',
  SMTP_TIMEOUT: '1500',
  SMTP_DELIVERY_TIMEOUT: '5000',
});

/**
 * Starts a server that takes everything, unless told.
 *
 * @param at the port that it listens on; a free one unless told
 */
export const startMailServer = async (
  { onMessage, ...options }: MailServerOptions = {},
  at = 0
): Promise<MailServer> => {
  const received: ReceivedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    // A client that is gone is not waited for at the end.
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('latin1'),
        };
        Promise.resolve(onMessage?.(mail, session)).then(
          () => {
            received.push(mail);
            done();
          },
          (error: unknown) => done(error as Error)
        );
      });
    },
    ...options,
  });
  // A client that is killed resets its line, which is what some suites are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(at, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    received,
    connections: () => connections,
    environment: sendingBy(port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};
