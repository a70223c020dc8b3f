import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { OutgoingMessage } from '../../src/plugins/mail/server/src/public';
import type { TestApp } from './app';

interface Outbox {
  enqueue(trx: unknown, messages: readonly OutgoingMessage[]): Promise<number>;
}

interface Sender {
  sendDue(): Promise<void>;
}

/** A row of the outbox, as far as the suites look. */
export interface StoredMessage {
  document_id: string;
  key: string;
  state: string;
  attempts: number;
  fault: string | null;
  fault_detail: string | null;
  message_id: string | null;
  accepted_by: string | null;
}

const outboxOf = (strapi: Core.Strapi): Outbox => strapi.plugin('mail').service<Outbox>('outbox');

/** A message to write, with a key of its own unless told. */
export const outgoing = (values: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key: randomBytes(8).toString('hex'),
  recipient: { name: '王小明', address: 'wang@unit.example.test' },
  subject: '三月份信息采用情况通报',
  text: '各单位：\n现将三月份采用情况印发给你们。',
  language: 'zh-Hans',
  about: { uid: 'plugin::points.bulletin', documentId: 'bulletin202603' },
  ...values,
});

/** Writes messages, and then does what else their cause does, in one transaction. */
export const enqueue = (
  { strapi }: TestApp,
  messages: readonly OutgoingMessage[],
  andThen: () => Promise<void> = () => Promise.resolve()
): Promise<number> => {
  const cause = async ({ trx }: { trx: unknown }): Promise<number> => {
    const written = await outboxOf(strapi).enqueue(trx, messages);
    await andThen();
    return written;
  };
  return strapi.db.transaction(cause) as unknown as Promise<number>;
};

/** Sends what is due, as if it were so many minutes later. */
export const sendDue = (app: TestApp, minutesLater = 0): Promise<void> =>
  app.points.clock.at(new Date(Date.now() + minutesLater * 60_000), () =>
    app.strapi.plugin('mail').service<Sender>('sender').sendDue()
  );

/** The message with a key. */
export const storedMessage = async (database: Knex, key: string): Promise<StoredMessage> => {
  const row: StoredMessage | undefined = await database('mail_messages').where({ key }).first();
  if (!row) throw new Error(`There is no message ${key}.`);
  return row;
};

/** What became of a message, in order. */
export const storedEvents = async (database: Knex, key: string): Promise<string[]> => {
  const { document_id: documentId } = await storedMessage(database, key);
  return database('mail_delivery_events')
    .where({ message_document_id: documentId })
    .orderBy('id')
    .pluck('event');
};

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
