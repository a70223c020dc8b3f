import type { Core } from '@strapi/strapi';
import { gapsOf, type Addressee } from '../../../domain/addressees';
import type { AddresseesResponse, ReceiptsResponse } from '../../../shared/contracts';
import { newDocumentId } from '../../../../../common/database/tables';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates, outbox, type OutgoingMessage } from '../../../../mail/server/src/public';
import { bulletinDraftService } from '../bulletin-documents/bulletin-drafts';
import { type BulletinFile, bulletinFileService } from '../bulletin-documents/bulletin-files';
import type { BulletinRecord } from '../ledger/seals';
import { UID } from '../constants';
import { refuse } from '../messages';
import { noticeService } from '../notices/notices';
import { authorOf } from '../records/requester';
import { addresseeService } from './addressees';
import { letterOf } from './bulletin-mail';
import { issuedBulletins } from './issued-bulletins';
import { addresseeView, receiptViews } from './receipt-views';
import { firstMailing, type NewReceipt, receiptRepository } from './receipts-repository';

/** Who issues a bulletin and when, and what goes with the mails; no file where no mail is sent. */
interface Issue {
  at: Date;
  by: string;
  /** The version of its words that the file shows. */
  version: number;
  file: BulletinFile | null;
}

/**
 * Issuing (印发, §八.1): a sealed month's bulletin is told to the heads of the units and to those who
 * work with it. Its words are fixed with it.
 */
export const issuingService = oncePerApplication((strapi: Core.Strapi) => {
  const addressees = addresseeService(strapi);
  const bulletins = issuedBulletins(strapi);
  const deliveries = deliveryStates(strapi);
  const drafts = bulletinDraftService(strapi);
  const files = bulletinFileService(strapi);
  const messages = outbox(strapi);
  const notices = noticeService(strapi);
  const receipts = receiptRepository(strapi);
  const views = receiptViews(strapi);

  const requireOpen = async (trx: Transaction, bulletin: BulletinRecord): Promise<void> => {
    const issued = await bulletins.issued(trx, bulletin.documentId);
    if (issued === null) return;
    const { month } = bulletin;
    throw refuse(strapi, 'bulletin', 'error.issue.issued', { month, by: issued.by });
  };

  /** Heads are told by mail; the others find it in the panel. */
  const isMailed = ({ mail, role }: Addressee): boolean => role === 'head' && mail !== null;

  const newReceipt = (addressee: Addressee, { at, by, file }: Issue): NewReceipt => {
    const documentId = newDocumentId();
    const isSent = file !== null && isMailed(addressee);
    return {
      ...addressee,
      documentId,
      mailOff: file === null && isMailed(addressee),
      mailings: isSent ? [firstMailing(documentId, { at: at.toISOString(), by })] : [],
    };
  };

  const lettersOf = async (
    trx: Transaction,
    bulletin: BulletinRecord,
    written: readonly NewReceipt[],
    file: BulletinFile
  ): Promise<OutgoingMessage[]> => {
    const places = await bulletins.places(trx, bulletin.month);
    return written.flatMap(({ documentId, mail, mailings, name, unit, unitName }) =>
      mailings.map(({ key }) =>
        letterOf({
          ...{ bulletin, file, key, unitName },
          receipt: documentId,
          recipient: { name, address: mail ?? '' },
          place: places.get(unit) ?? null,
        })
      )
    );
  };

  const write = async (
    trx: Transaction,
    bulletin: BulletinRecord,
    issue: Issue
  ): Promise<ReceiptsResponse> => {
    const { documentId, month } = bulletin;
    const { at, by, file, version } = issue;
    await receipts.lockBulletin(trx, documentId);
    await requireOpen(trx, bulletin);
    await drafts.freeze(trx, documentId, { at, by, version });
    const written = (await addressees.of(trx, month)).map((each) => newReceipt(each, issue));
    await receipts.insert(trx, documentId, written, at);
    if (file) await messages.enqueue(trx, await lettersOf(trx, bulletin, written, file));
    await notices.tell(
      trx,
      written.flatMap(({ member }) =>
        member === null
          ? []
          : {
              kind: 'bulletin-issued',
              to: { member },
              about: { uid: UID.bulletin, documentId },
              key: `bulletin:${documentId}`,
              details: { month },
            }
      )
    );
    return views.ofBulletin(trx, documentId);
  };

  return {
    /**
     * Whom issuing a bulletin would tell, and the units whose heads no mail reaches.
     *
     * @throws NotFoundError when there is no such bulletin
     */
    preview: (documentId: string): Promise<AddresseesResponse['data']> =>
      inTransaction(strapi, async (trx) => {
        const bulletin = await bulletins.require(trx, documentId);
        const told = await addressees.of(trx, bulletin.month);
        return {
          issued: await bulletins.issued(trx, documentId),
          addressees: told.map(addresseeView),
          gaps: gapsOf(told),
          mailOn: deliveries.isOn(),
        };
      }),

    /**
     * Issues a bulletin: fixes its words, writes down who is told, and the mails to the heads with the
     * bulletin's PDF, all in one transaction. The file is made before, which takes a while, of the very
     * words and moment that are fixed then: it has the bytes that exporting it gives ever after.
     *
     * @throws NotFoundError when there is no such bulletin, ValidationError when it is issued already,
     *   or its words were changed while the file was made; nothing is written then
     */
    async issue(documentId: string): Promise<ReceiptsResponse> {
      const { bulletin, version } = await inTransaction(strapi, async (trx) => {
        const found = await bulletins.require(trx, documentId);
        await requireOpen(trx, found);
        return { bulletin: found, version: await drafts.version(trx, documentId) };
      });
      const at = clock.now();
      const by = authorOf(strapi);
      const file = deliveries.isOn() ? await files.file(documentId, 'pdf', { at }) : null;
      return inTransaction(strapi, (trx) => write(trx, bulletin, { at, by, version, file }));
    },
  };
});
