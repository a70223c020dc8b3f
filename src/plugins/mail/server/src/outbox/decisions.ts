import type { Core } from '@strapi/strapi';
import { isCancellable, isRepeatable, needsReason } from '../../../domain/delivery';
import { isAddress } from '../../../domain/header-text';
import { STATES } from '../../../domain/vocabulary';
import type { MessageDetail } from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { personName, type NamedAccount } from '../../../../../common/text/person-name';
import { clock } from '../../../../../common/time/clock';
import { scheduleService } from '../delivery/schedule';
import { refuse } from '../messages';
import { eventRepository, type EventRecord } from '../records/event-repository';
import { type MessageRecord, messageRepository } from '../records/message-repository';
import { messageViewService } from './message-view';

/** The account of the admin panel that asks. */
export interface Account extends NamedAccount {
  id: number;
}

const WAITING = STATES.filter(isCancellable);

/** The key of what is sent again for a message: there is one at most, however often it is asked for. */
const keyOfAgain = (documentId: string): string => `again:${documentId}`;

/** What a person decides about a message. */
export const decisionService = oncePerApplication((strapi: Core.Strapi) => {
  const messages = messageRepository(strapi);
  const events = eventRepository(strapi);
  const view = messageViewService(strapi);
  const schedule = scheduleService(strapi);

  const note = (
    trx: Transaction,
    { documentId, attempts }: MessageRecord,
    event: EventRecord['event'],
    by: Account,
    reason: string | null
  ): Promise<void> =>
    events.append(trx, documentId, {
      ...{ event, attempt: attempts, at: clock.now(), reason },
      person: { account: by.id, name: personName(by) },
    });

  const requireRepeatable = (message: MessageRecord, reason: string): void => {
    const { state, recipient } = message;
    if (!isRepeatable(state)) throw refuse(strapi, 'state', 'error.message.under-way');
    if (needsReason(state) && reason === '') {
      throw refuse(strapi, 'reason', 'error.message.reason');
    }
    if (isAddress(recipient.address)) return;
    throw refuse(strapi, 'address', 'error.message.bad-address', { value: recipient.address });
  };

  return {
    /**
     * Writes a message anew that names the one it is for; what became of that one stays on record.
     *
     * @returns the new message
     * @throws NotFoundError, ValidationError: it is under way, was sent again already, has no
     *   address, or lacks the reason that it takes
     */
    sendAgain: (documentId: string, by: Account, reason: string): Promise<MessageDetail> =>
      inTransaction(strapi, async (trx) => {
        const message = await view.find(trx, documentId);
        requireRepeatable(message, reason);
        const { recipient, subject, text, language, attachments, about } = message;
        const [again] = await messages.insert(
          trx,
          [
            {
              ...{ recipient, subject, text, language, attachments, about },
              ...{ key: keyOfAgain(documentId), resendOf: documentId },
              ...{ state: 'waiting', fault: null },
            },
          ],
          clock.now()
        );
        if (again === undefined) throw refuse(strapi, 'documentId', 'error.message.again');
        await note(trx, message, 'sent-again', by, reason || null);
        await schedule.soon();
        return view.detail(trx, again);
      }),

    /**
     * Keeps a message that waits from being sent.
     *
     * @throws NotFoundError, ValidationError: it does not wait
     */
    cancel: (documentId: string, by: Account): Promise<MessageDetail> =>
      inTransaction(strapi, async (trx) => {
        const message = await view.find(trx, documentId);
        const isCancelled = await messages.change(
          trx,
          message.id,
          { states: WAITING },
          { state: 'cancelled', nextAttemptAt: null },
          clock.now()
        );
        if (!isCancelled) throw refuse(strapi, 'state', 'error.message.not-waiting');
        await note(trx, message, 'cancelled', by, null);
        return view.detail(trx, documentId);
      }),
  };
});
