import type { Core } from '@strapi/strapi';
import { isCancellable, isRepeatable, needsReason } from '../../../domain/delivery';
import { isAddress } from '../../../domain/header-text';
import { type Fault, type State, STATES } from '../../../domain/vocabulary';
import type {
  EventItem,
  MessageDetail,
  MessageItem,
  MessagesQuery,
  MessagesResponse,
} from '../../../shared/contracts';
import { paginationOf } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { mailSettings } from '../delivery/settings';
import { notFound, say } from '../messages';
import { type EventRecord, eventRepository } from '../records/event-repository';
import {
  type MessageFilter,
  type MessageRecord,
  messageRepository,
} from '../records/message-repository';

const textOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** What the office sees of the outbox. */
export const messageViewService = oncePerApplication((strapi: Core.Strapi) => {
  const messages = messageRepository(strapi);
  const events = eventRepository(strapi);

  /** What went wrong, in the language of the request, with the mail server's own words. */
  const sentenceOf = (fault: Fault, detail: string | null): string =>
    say(strapi, `fault.${fault}`) + (detail ? say(strapi, 'word.detail', { detail }) : '');

  const toItem = (message: MessageRecord): MessageItem => ({
    documentId: message.documentId,
    recipient: message.recipient,
    subject: message.subject,
    language: message.language,
    about: message.about,
    state: message.state,
    attempts: message.attempts,
    createdAt: message.createdAt.toISOString(),
    nextAttemptAt: textOf(message.nextAttemptAt),
    sentAt: textOf(message.sentAt),
    lastError: message.fault && sentenceOf(message.fault, message.faultDetail),
    attachments: message.attachments.map(({ name, contentType, size }) => ({
      ...{ name, contentType, size },
    })),
  });

  const toEvent = ({
    event,
    attempt,
    at,
    fault,
    detail,
    person,
    reason,
  }: EventRecord): EventItem => ({
    event,
    attempt,
    at: at.toISOString(),
    said: fault ? sentenceOf(fault, detail) : detail,
    person: person?.name ?? null,
    reason,
  });

  const find = async (trx: Transaction, documentId: string): Promise<MessageRecord> => {
    const message = await messages.find(trx, documentId);
    if (message) return message;
    throw notFound(strapi, 'error.message.unknown', { value: documentId });
  };

  const detail = async (trx: Transaction, documentId: string): Promise<MessageDetail> => {
    const message = await find(trx, documentId);
    const again = await messages.findAgain(trx, documentId);
    const { state, recipient } = message;
    return {
      ...toItem(message),
      text: message.text,
      messageId: message.messageId,
      acceptedBy: message.acceptedBy,
      resendOf: message.resendOf,
      sentAgainAs: again?.documentId ?? null,
      events: (await events.ofMessage(trx, documentId)).map(toEvent),
      may: {
        sendAgain: isRepeatable(state) && !again && isAddress(recipient.address),
        cancel: isCancellable(state),
      },
      needsReason: needsReason(state),
    };
  };

  const sending = () => {
    const settings = mailSettings(strapi);
    return { on: settings !== null, from: settings?.from.address ?? null };
  };

  return {
    toItem,

    detail,

    /** @throws NotFoundError */
    find,

    /** A page of the outbox, the newest first, and whether anything is sent at all. */
    page: ({ page = 1, pageSize = 25, ...filter }: MessagesQuery): Promise<MessagesResponse> =>
      inTransaction(strapi, async (trx) => {
        const wanted: MessageFilter = filter;
        const total = await messages.count(trx, wanted);
        const counts = await messages.countByState(trx);
        const states = Object.fromEntries(
          STATES.map((state): [State, number] => [state, counts.get(state) ?? 0])
        ) as Record<State, number>;
        return {
          data: (await messages.page(trx, wanted, { page, pageSize })).map(toItem),
          meta: {
            pagination: paginationOf({ page, pageSize }, total),
            sending: sending(),
            states,
          },
        };
      }),

    /**
     * A message with what became of it.
     *
     * @throws NotFoundError
     */
    one: (documentId: string): Promise<MessageDetail> =>
      inTransaction(strapi, (trx) => detail(trx, documentId)),
  };
});
