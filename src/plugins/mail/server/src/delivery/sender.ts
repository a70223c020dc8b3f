import type { Core } from '@strapi/strapi';
import { isOpenAttempt, standingAfter } from '../../../domain/delivery';
import { judge } from '../../../domain/smtp-fault';
import { type Fault, type OutcomeKind, STATES } from '../../../domain/vocabulary';
import { asSingleInstance } from '../../../../../common/database/single-instance';
import { inTransaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { attachmentRepository } from '../records/attachment-repository';
import { eventRepository } from '../records/event-repository';
import { type MessageRecord, messageRepository } from '../records/message-repository';
import { compose, messageIdOf } from './mime';
import { mailSettings, type MailSettings } from './settings';
import { DeliveryError, smtpSession, type SmtpSession } from './smtp-session';

/** Messages of one run; what then still waits is for the next one. */
const MOST_AT_ONCE = 50;

/** What became of an attempt. */
interface Outcome {
  kind: OutcomeKind;
  fault: Fault | null;
  /** What the mail server said. */
  detail: string;
  endsRun: boolean;
}

/** An attempt that is written down, and about which the server has heard nothing yet. */
interface Attempt {
  message: MessageRecord;
  number: number;
  messageId: string;
}

const OPEN_STATES = STATES.filter(isOpenAttempt);

/**
 * Sends what waits, one message after another over one line. An attempt is committed as `sending`
 * before the mail server hears of it, so that no end of the process can let a message be sent twice:
 * what was under way then becomes `unsure`, and a person decides.
 */
export const senderService = oncePerApplication((strapi: Core.Strapi) => {
  const messages = messageRepository(strapi);
  const attachments = attachmentRepository(strapi);
  const events = eventRepository(strapi);
  let isStopping = false;
  let current: SmtpSession | undefined;

  const begin = async (settings: MailSettings): Promise<Attempt | null> =>
    inTransaction(strapi, async (trx) => {
      const now = clock.now();
      const message = await messages.findDue(trx, now);
      if (!message) return null;
      const number = message.attempts + 1;
      const messageId = message.messageId ?? messageIdOf(message.key, settings);
      const isMine = await messages.change(
        trx,
        message.id,
        { states: ['waiting'], attempts: message.attempts },
        { state: 'sending', attempts: number, attemptedAt: now, nextAttemptAt: null, messageId },
        now
      );
      if (!isMine) return null;
      await events.append(trx, message.documentId, { event: 'started', attempt: number, at: now });
      return { message, number, messageId };
    });

  const write = async (
    { message, number }: Pick<Attempt, 'message' | 'number'>,
    { kind, fault, detail }: Omit<Outcome, 'endsRun'>
  ): Promise<void> =>
    inTransaction(strapi, async (trx) => {
      const now = clock.now();
      const { event, ...standing } = standingAfter(kind, number, now);
      const isMine = await messages.change(
        trx,
        message.id,
        { states: OPEN_STATES, attempts: number },
        {
          ...standing,
          fault,
          faultDetail: fault === null ? null : detail,
          ...(kind === 'accepted' && { sentAt: now, acceptedBy: detail }),
        },
        now
      );
      if (!isMine) return;
      await events.append(trx, message.documentId, {
        ...{ event, attempt: number, at: now, fault, detail },
      });
    });

  const compiled = async (attempt: Attempt, settings: MailSettings): Promise<Buffer> => {
    const { message, messageId } = attempt;
    const loaded = await inTransaction(strapi, async (trx) => {
      const found = [];
      for (const attachment of message.attachments) {
        found.push({ ...attachment, bytes: await attachments.bytes(trx, attachment.sha256) });
      }
      return found;
    });
    return compose(message, messageId, loaded, settings);
  };

  const deliver = async (
    attempt: Attempt,
    session: SmtpSession,
    settings: MailSettings
  ): Promise<Outcome> => {
    const content = await compiled(attempt, settings);
    try {
      const answer = await session.deliver(attempt.message.recipient.address, content);
      const detail = `${settings.host}: ${answer}`;
      return { kind: 'accepted', fault: null, detail, endsRun: false };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      const judgement = judge(error.failure);
      strapi.log.warn(`mail: ${judgement.fault} (${error.detail})`);
      return { ...judgement, detail: error.detail };
    }
  };

  /** What an ended process left: nobody knows whether the server had it. */
  const markInterrupted = async (): Promise<void> => {
    const deliveryTimeout = strapi.config.get<number>('mail.deliveryTimeout');
    const before = new Date(clock.now().getTime() - 2 * deliveryTimeout);
    const stuck = await inTransaction(strapi, (trx) => messages.findStuck(trx, before));
    for (const message of stuck) {
      const attempt = { message, number: message.attempts };
      await write(attempt, { kind: 'unsure', fault: 'interrupted', detail: '' });
    }
  };

  const sendDue = async (settings: MailSettings): Promise<void> => {
    const session = smtpSession(settings);
    current = session;
    try {
      for (let count = 0; count < MOST_AT_ONCE && !isStopping; count += 1) {
        const attempt = await begin(settings);
        if (!attempt) return;
        const outcome = await deliver(attempt, session, settings);
        await write(attempt, outcome);
        if (outcome.endsRun) return;
      }
    } finally {
      current = undefined;
      session.close();
    }
  };

  return {
    /** Sends what is due, as the one instance of all that does; nothing where no mail server is set up. */
    async sendDue(): Promise<void> {
      const settings = mailSettings(strapi);
      await asSingleInstance(strapi, 'mailOutbox', async () => {
        await markInterrupted();
        if (settings) await sendDue(settings);
      });
    },

    /** Begins no further attempt, and cuts off the one that is under way where it takes too long. */
    stop(): void {
      isStopping = true;
      const milliseconds = strapi.config.get<number>('timeouts.shutdown');
      setTimeout(() => current?.abort(), milliseconds).unref();
    },
  };
});
