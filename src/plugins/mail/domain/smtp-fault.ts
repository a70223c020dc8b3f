import type { Fault, OutcomeKind } from './vocabulary';

/** How an attempt to deliver ended, as the line to the mail server tells it. */
export interface SmtpFailure {
  /** The client's own word for it, such as `ETIMEDOUT`. */
  code: string;
  /** The command that the server answered, such as `RCPT TO`; empty where it was none. */
  command: string;
  /** The code of the server's answer, such as 550; `null` where it gave none. */
  reply: number | null;
  /** Whether the whole message had been handed to the line, so that the server may have taken it. */
  isHandedOver: boolean;
}

/** What a failure means for the message, and for those that wait behind it. */
export interface Judgement {
  kind: Exclude<OutcomeKind, 'accepted'>;
  fault: Fault;
  /** Whether the next message would fare no better on this server now. */
  endsRun: boolean;
}

const judgement = (
  kind: Judgement['kind'],
  fault: Fault,
  endsRun: boolean = kind !== 'final'
): Judgement => ({ kind, fault, endsRun });

/** The server's answer to a command that it gives before it closes the line (RFC 5321, 3.8). */
const CLOSING = 421;
/** Answers that speak of the size of a message (RFC 5321, 4.2.3; RFC 1870). */
const TOO_LARGE: ReadonlySet<number> = new Set([552, 523]);

/** Commands that concern the message alone; of any other the next message would hear the same. */
const OF_THE_MESSAGE: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

const ofTemporaryReply = ({ command, reply }: SmtpFailure): Judgement =>
  judgement('temporary', 'server-busy', reply === CLOSING || !OF_THE_MESSAGE.has(command));

const ofFinalReply = (failure: SmtpFailure): Judgement => {
  const { command, reply } = failure;
  if (command !== 'RCPT TO' && TOO_LARGE.has(reply ?? 0)) return judgement('final', 'too-large');
  if (command === 'RCPT TO') return judgement('final', 'recipient-refused');
  if (command === 'DATA') return judgement('final', 'content-refused');
  // Who sends is a setting, which a person puts right; the message is none the worse for it.
  if (command === 'MAIL FROM') return judgement('temporary', 'sender-refused');
  return judgement('temporary', 'unexpected');
};

const OF_THE_LINE: Readonly<Record<string, Fault>> = {
  EDNS: 'unreachable',
  ECONNREFUSED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  ETIMEDOUT: 'no-answer',
  ECONNECTION: 'connection-lost',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  ESOCKET: 'connection-lost',
};

const ofLine = ({ code }: SmtpFailure): Judgement =>
  judgement('temporary', OF_THE_LINE[code] ?? 'unexpected');

const refusalIn = ({ reply }: SmtpFailure): number | null =>
  reply !== null && reply >= 400 ? reply : null;

/**
 * What a failure means. Final is what the same message would hear again: the address or the content
 * is refused (5xx). Temporary is what another hour may mend: 4xx, a server that cannot be reached,
 * hangs, or refuses our login. Unsure is a line that ended after the whole message was handed over
 * and before the server answered it: it may have been delivered. Where the line ended before that, the
 * server has to drop what it got (RFC 5321, 4.1.1.4).
 */
export const judge = (failure: SmtpFailure): Judgement => {
  const { code, command, isHandedOver } = failure;
  const refusal = refusalIn(failure);
  if (isHandedOver && (command !== 'DATA' || refusal === null)) {
    return judgement('unsure', 'answer-lost');
  }
  if (code === 'EAUTH') return judgement('temporary', 'login-refused');
  if (code === 'ETLS') return judgement('temporary', 'not-secure');
  if (refusal !== null) return refusal < 500 ? ofTemporaryReply(failure) : ofFinalReply(failure);
  if (code === 'EENVELOPE') return judgement('final', 'bad-address');
  if (code === 'EMESSAGE') return judgement('final', 'too-large');
  return ofLine(failure);
};
