import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { AttachmentRecord, MessageRecord } from '../records/message-repository';
import type { MailSettings } from './settings';

/** The Message-ID of a message: the same at every attempt, so that a server that has it knows it. */
export const messageIdOf = (key: string, { from }: MailSettings): string => {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `<${hash}@${from.address.slice(from.address.indexOf('@') + 1)}>`;
};

/** An attachment with its bytes. */
export interface LoadedAttachment extends AttachmentRecord {
  bytes: Buffer;
}

/**
 * A message as it goes over the line (RFC 5322). Names, subject and file names may be of any script.
 * It says that a program wrote it, so that no absence assistant answers (RFC 3834).
 */
export const compose = (
  message: MessageRecord,
  messageId: string,
  attachments: readonly LoadedAttachment[],
  { from }: MailSettings
): Promise<Buffer> =>
  new MailComposer({
    from,
    to: message.recipient,
    subject: message.subject,
    text: message.text,
    textEncoding: 'base64',
    date: message.createdAt,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
    attachments: attachments.map(({ name, contentType, bytes }) => ({
      filename: name,
      contentType,
      content: bytes,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
