import type { Core } from '@strapi/strapi';
import { isRepeatable, needsReason } from '../../../domain/delivery';
import type { MessageItem } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { mailSettings } from '../delivery/settings';
import { messageRepository } from '../records/message-repository';
import { messageViewService } from './message-view';

/** Where a message stands, for who has it sent. */
export interface DeliveryState extends Pick<
  MessageItem,
  'documentId' | 'recipient' | 'state' | 'createdAt' | 'sentAt' | 'lastError'
> {
  key: string;
  /** documentId of its cause. */
  about: string;
  /** Whether a person may have the same sent again: it is not under way. */
  mayRepeat: boolean;
  /** Whether that takes a reason: the recipient has it, or may have. */
  needsReason: boolean;
}

/** What became of messages, for those who wrote them. */
export const deliveryStateService = oncePerApplication((strapi: Core.Strapi) => {
  const messages = messageRepository(strapi);
  const view = messageViewService(strapi);

  return {
    /** Whether anything is sent: a mail server is set up. */
    isOn: (): boolean => mailSettings(strapi) !== null,

    /**
     * The messages about some documents of a content type, the oldest first; what was sent again from
     * the outbox among them.
     */
    async of(
      trx: Transaction,
      uid: string,
      documentIds: readonly string[]
    ): Promise<DeliveryState[]> {
      const found = await messages.about(trx, uid, documentIds);
      return found.map((message) => {
        const { createdAt, documentId, lastError, recipient, sentAt, state } = view.toItem(message);
        return {
          ...{ createdAt, documentId, lastError, recipient, sentAt, state },
          key: message.key,
          about: message.about?.documentId ?? '',
          mayRepeat: isRepeatable(state),
          needsReason: needsReason(state),
        };
      });
    },
  };
});
