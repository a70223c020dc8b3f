import type { OutgoingMessage } from '../../../../mail/server/src/public';
import { fingerprintOf } from '../../../domain/bulletin';
import type { BulletinFile } from '../bulletin-documents/bulletin-files';
import { UID } from '../constants';
import type { BulletinRecord } from '../ledger/seals';
import { sentence } from '../messages';
import type { Place } from './places';

/** Official mail of the bureau is in its language, whoever has it sent. */
const LANGUAGE = 'zh-Hans';

/** A bulletin on its way to somebody. */
interface Letter {
  key: string;
  bulletin: BulletinRecord;
  /** documentId of the receipt that it is about. */
  receipt: string;
  unitName: string;
  recipient: { name: string; address: string };
  /** Where the unit stood in the month; `null` where it was not ranked. */
  place: Place | null;
  file: BulletinFile;
}

/** The mail by which a bulletin is told to somebody: what it is, where the unit stood, and its file. */
export const letterOf = (letter: Letter): OutgoingMessage => {
  const { bulletin, file, key, place, receipt, recipient, unitName } = letter;
  const [year = '', month = ''] = bulletin.month.split('-');
  const values = { year, month: Number(month), name: recipient.name, unit: unitName };
  const standing = place && {
    ...values,
    points: place.row.points,
    rank: place.row.rank,
    of: place.of,
  };
  const paragraphs = [
    sentence(LANGUAGE, 'mail.bulletin.text', values),
    ...(standing ? [sentence(LANGUAGE, 'mail.bulletin.standing', standing)] : []),
    sentence(LANGUAGE, 'mail.bulletin.end', { fingerprint: fingerprintOf(bulletin.sha256) }),
  ];
  return {
    key,
    recipient,
    subject: sentence(LANGUAGE, 'mail.bulletin.subject', values),
    text: paragraphs.join('\n\n'),
    language: LANGUAGE,
    about: { uid: UID.bulletinReceipt, documentId: receipt },
    attachments: [{ name: file.name, contentType: file.type, bytes: file.bytes }],
  };
};
