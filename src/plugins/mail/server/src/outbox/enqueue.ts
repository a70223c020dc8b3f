import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isAddress, oneLine } from '../../../domain/header-text';
import type { Language } from '../../../domain/vocabulary';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { scheduleService } from '../delivery/schedule';
import { attachmentRepository } from '../records/attachment-repository';
import {
  type AttachmentRecord,
  messageRepository,
  type NewMessage,
} from '../records/message-repository';

/** A file that goes with a message. */
export interface OutgoingAttachment {
  name: string;
  /** Such as `application/pdf`. */
  contentType: string;
  bytes: Uint8Array;
}

/** What the application has to tell somebody. */
export interface OutgoingMessage {
  /** Given by the cause, and the same each time that it asks: of one key one message is written. At most 200 characters. */
  key: string;
  recipient: { name: string; address: string };
  subject: string;
  /** Plain text. */
  text: string;
  language: Language;
  /** The document that is the cause. */
  about?: { uid: string; documentId: string };
  attachments?: readonly OutgoingAttachment[];
}

const LONGEST_KEY = 200;
const LONGEST_ADDRESS = 500;
const CONTENT_TYPE = /^[\w.+-]+\/[\w.+-]+$/;
/** Mail servers take some 25 MB as a rule, and a file grows by a third on its way. */
const MOST_BYTES = 15_000_000;

const requireKey = (key: string): void => {
  if (key !== '' && key.length <= LONGEST_KEY) return;
  throw new RangeError(`The key of a mail has 1 to ${LONGEST_KEY} characters.`);
};

const requireAttachments = (key: string, attachments: readonly OutgoingAttachment[]): void => {
  const wrong = attachments.find(({ contentType }) => !CONTENT_TYPE.test(contentType));
  if (wrong) throw new TypeError(`${wrong.contentType} is no content type.`);
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes.length, 0);
  if (bytes > MOST_BYTES) throw new RangeError(`The files of ${key} have ${bytes} bytes.`);
};

/** The door for whoever has something to tell. */
export const outboxService = oncePerApplication((strapi: Core.Strapi) => {
  const messages = messageRepository(strapi);
  const attachments = attachmentRepository(strapi);
  const schedule = scheduleService(strapi);

  /** Keeps the files of many messages; one that several carry is read once. */
  const keeper = (trx: Transaction, now: Date) => {
    const kept = new Map<Uint8Array, string>();
    return async ({ name, contentType, bytes }: OutgoingAttachment): Promise<AttachmentRecord> => {
      const sha256 = kept.get(bytes) ?? createHash('sha256').update(bytes).digest('hex');
      if (!kept.has(bytes)) await attachments.keep(trx, sha256, bytes, now);
      kept.set(bytes, sha256);
      return { name: oneLine(name), contentType, size: bytes.length, sha256 };
    };
  };

  return {
    /**
     * Writes messages in the transaction of their cause: they are sent if that is committed, and
     * never otherwise. What is written already, by its key, is not written again. A message to what
     * is no mail address is written as failed and keeps the cause from nothing.
     *
     * @param trx the transaction of the cause
     * @returns how many were written
     * @throws RangeError, TypeError where a key, a content type or the size of the files cannot be
     */
    async enqueue(trx: Transaction, outgoing: readonly OutgoingMessage[]): Promise<number> {
      const now = clock.now();
      const keep = keeper(trx, now);
      const written: NewMessage[] = [];
      for (const { key, recipient, subject, text, language, about, ...rest } of outgoing) {
        const files = rest.attachments ?? [];
        requireKey(key);
        requireAttachments(key, files);
        const isReachable = isAddress(recipient.address);
        const records: AttachmentRecord[] = [];
        for (const file of files) records.push(await keep(file));
        written.push({
          ...{ key, text, language, attachments: records, about: about ?? null, resendOf: null },
          recipient: {
            name: oneLine(recipient.name),
            address: oneLine(recipient.address, LONGEST_ADDRESS),
          },
          subject: oneLine(subject),
          state: isReachable ? 'waiting' : 'failed',
          fault: isReachable ? null : 'bad-address',
        });
      }
      const { length } = await messages.insert(trx, written, now);
      if (length > 0) await schedule.soon();
      return length;
    },
  };
});
