import fc from 'fast-check';
import { judge, type SmtpFailure } from './smtp-fault';

const failure = (values: Partial<SmtpFailure>): SmtpFailure => ({
  code: 'EENVELOPE',
  command: '',
  reply: null,
  isHandedOver: false,
  ...values,
});

describe('judge', () => {
  it.each([
    ['an unknown mailbox', { command: 'RCPT TO', reply: 550 }, 'final', 'recipient-refused', false],
    ['a full mailbox', { command: 'RCPT TO', reply: 552 }, 'final', 'recipient-refused', false],
    ['greylisting', { command: 'RCPT TO', reply: 450 }, 'temporary', 'server-busy', false],
    ['a server that closes', { command: 'RCPT TO', reply: 421 }, 'temporary', 'server-busy', true],
    [
      'our address refused',
      { command: 'MAIL FROM', reply: 553 },
      'temporary',
      'sender-refused',
      true,
    ],
    ['a size announced', { command: 'MAIL FROM', reply: 552 }, 'final', 'too-large', false],
    ['a size known', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'final', 'too-large', false],
    [
      'spam',
      { code: 'EMESSAGE', command: 'DATA', reply: 554, isHandedOver: true },
      'final',
      'content-refused',
      false,
    ],
    [
      'a full disk',
      { code: 'EMESSAGE', command: 'DATA', reply: 452, isHandedOver: true },
      'temporary',
      'server-busy',
      false,
    ],
    ['no data wanted', { command: 'DATA', reply: 451 }, 'temporary', 'server-busy', false],
    ['no address', {}, 'final', 'bad-address', false],
    [
      'a wrong password',
      { code: 'EAUTH', command: 'AUTH PLAIN', reply: 535 },
      'temporary',
      'login-refused',
      true,
    ],
    ['no password', { code: 'EAUTH' }, 'temporary', 'login-refused', true],
    [
      'an unfriendly greeting',
      { code: 'EPROTOCOL', command: 'CONN', reply: 554 },
      'temporary',
      'unexpected',
      true,
    ],
    [
      'a busy greeting',
      { code: 'EPROTOCOL', command: 'CONN', reply: 450 },
      'temporary',
      'server-busy',
      true,
    ],
    ['nobody there', { code: 'ECONNREFUSED', command: 'CONN' }, 'temporary', 'unreachable', true],
    ['no such host', { code: 'EDNS', command: 'CONN' }, 'temporary', 'unreachable', true],
    ['a server that hangs', { code: 'ETIMEDOUT', command: 'CONN' }, 'temporary', 'no-answer', true],
    ['no encryption', { code: 'ETLS', command: 'STARTTLS' }, 'temporary', 'not-secure', true],
    [
      'encryption refused',
      { code: 'ETLS', command: 'STARTTLS', reply: 502 },
      'temporary',
      'not-secure',
      true,
    ],
    [
      'a line cut early',
      { code: 'ECONNECTION', command: 'CONN' },
      'temporary',
      'connection-lost',
      true,
    ],
    ['something else', { code: 'EWHATEVER' }, 'temporary', 'unexpected', true],
    [
      'a line cut late',
      { code: 'ECONNECTION', command: 'CONN', isHandedOver: true },
      'unsure',
      'answer-lost',
      true,
    ],
    ['a reset late', { code: 'ESOCKET', isHandedOver: true }, 'unsure', 'answer-lost', true],
    [
      'a hang at the end',
      { code: 'ETIMEDOUT', command: 'CONN', isHandedOver: true },
      'unsure',
      'answer-lost',
      true,
    ],
    [
      'half an answer',
      { code: 'ECONNECTION', command: 'CONN', reply: 421, isHandedOver: true },
      'unsure',
      'answer-lost',
      true,
    ],
  ] as const)('%s', (_what, values, kind, fault, endsRun) => {
    expect(judge(failure(values))).toEqual({ kind, fault, endsRun });
  });

  const anyFailure = fc.record<SmtpFailure>({
    code: fc.constantFrom(
      'EENVELOPE',
      'EMESSAGE',
      'EAUTH',
      'ETIMEDOUT',
      'ECONNECTION',
      'ESOCKET',
      'E?'
    ),
    command: fc.constantFrom('', 'CONN', 'EHLO', 'MAIL FROM', 'RCPT TO', 'DATA', 'AUTH PLAIN'),
    reply: fc.option(fc.integer({ min: 200, max: 599 })),
    isHandedOver: fc.boolean(),
  });

  it('tries nothing again by itself that was handed over without a refusal', () => {
    fc.assert(
      fc.property(anyFailure, (any) => {
        const { kind } = judge({ ...any, isHandedOver: true });
        const isRefused = any.command === 'DATA' && (any.reply ?? 0) >= 400;
        expect(kind === 'unsure').toBe(!isRefused);
      })
    );
  });

  it('calls nothing unsure that was not handed over', () => {
    fc.assert(
      fc.property(anyFailure, (any) => {
        expect(judge({ ...any, isHandedOver: false }).kind).not.toBe('unsure');
      })
    );
  });
});
