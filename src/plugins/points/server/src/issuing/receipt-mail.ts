import type { Core } from '@strapi/strapi';
import type { ReceiptView } from '../../../shared/contracts';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { deliveryStates, outbox } from '../../../../mail/server/src/public';
import { bulletinFileService } from '../bulletin-documents/bulletin-files';
import { UID } from '../constants';
import { notFound, refuse } from '../messages';
import { headRepository } from '../records/heads';
import { personOf } from '../records/requester';
import { unitRepository } from '../records/units';
import { letterOf } from './bulletin-mail';
import { issuedBulletins } from './issued-bulletins';
import { receiptViews } from './receipt-views';
import { mailingKey, type ReceiptRecord, receiptRepository } from './receipts-repository';

interface Recipient {
  name: string;
  address: string;
}

/** Mails of an issued bulletin that the office has sent later, or again. */
export const receiptMailService = oncePerApplication((strapi: Core.Strapi) => {
  const bulletins = issuedBulletins(strapi);
  const deliveries = deliveryStates(strapi);
  const files = bulletinFileService(strapi);
  const heads = headRepository(strapi);
  const messages = outbox(strapi);
  const receipts = receiptRepository(strapi);
  const units = unitRepository(strapi);
  const views = receiptViews(strapi);

  const find = async (
    trx: Transaction,
    bulletin: string,
    receipt: string
  ): Promise<ReceiptRecord> => {
    const found = await receipts.lock(trx, bulletin, receipt);
    if (found) return found;
    throw notFound(strapi, 'error.receipt.unknown', { value: receipt });
  };

  /** Who heads the unit now, where an address is known. */
  const presentHead = async (
    trx: Transaction,
    { role, unit }: ReceiptRecord
  ): Promise<Recipient | null> => {
    if (role !== 'head' || unit === null) return null;
    const { mail, member, name } = await heads.find(trx, unit);
    if (mail === null) return null;
    const record = (await units.members(trx)).find(({ id }) => id === member);
    return { name: name || (record?.name ?? ''), address: mail };
  };

  /**
   * To whom it goes: whoever heads the unit now, else who was told on issuing.
   *
   * @throws ValidationError when no address is known
   */
  const requireRecipient = async (trx: Transaction, receipt: ReceiptRecord): Promise<Recipient> => {
    const present = await presentHead(trx, receipt);
    if (present) return present;
    const { mail, name, unitName } = receipt;
    if (mail !== null) return { name, address: mail };
    throw refuse(strapi, 'mail', 'error.receipt.no-address', { name: name || unitName });
  };

  /** @throws ValidationError when the last mail to the address is under way, or was sent and no reason is given */
  const requireRepeatable = async (
    trx: Transaction,
    { documentId }: ReceiptRecord,
    { address, name }: Recipient,
    reason: string
  ): Promise<void> => {
    const delivered = await deliveries.of(trx, UID.bulletinReceipt, [documentId]);
    const last = delivered.filter(({ recipient }) => recipient.address === address).at(-1);
    if (!last) return;
    if (!last.mayRepeat) throw refuse(strapi, 'mail', 'error.receipt.under-way', { name });
    if (last.needsReason && reason === '') {
      throw refuse(strapi, 'reason', 'error.receipt.reason', { name });
    }
  };

  const requireIssued = async (trx: Transaction, bulletin: string): Promise<void> => {
    const { month } = await bulletins.require(trx, bulletin);
    if ((await bulletins.issued(trx, bulletin)) !== null) return;
    throw refuse(strapi, 'bulletin', 'error.receipt.not-issued', { month });
  };

  return {
    /**
     * Mails an issued bulletin to one who was told of it: for the first time, or once more. Each mail
     * is a message of its own, on record with who had it sent.
     *
     * @param reason why it is sent again; needed where the recipient has it, or may have
     * @throws NotFoundError, ValidationError when mail is off, no address is known, the last mail is
     *   under way, or a reason lacks
     */
    async send(bulletinId: string, receiptId: string, reason: string): Promise<ReceiptView> {
      await inTransaction(strapi, async (trx) => {
        await requireIssued(trx, bulletinId);
        await find(trx, bulletinId, receiptId);
      });
      if (!deliveries.isOn()) throw refuse(strapi, 'mail', 'error.receipt.mail-off');
      const file = await files.file(bulletinId, 'pdf');
      return inTransaction(strapi, async (trx) => {
        const bulletin = await bulletins.require(trx, bulletinId);
        const receipt = await find(trx, bulletinId, receiptId);
        const recipient = await requireRecipient(trx, receipt);
        await requireRepeatable(trx, receipt, recipient, reason);
        const now = clock.now();
        const key = mailingKey(receiptId, receipt.mailings.length + 1);
        const places = await bulletins.places(trx, bulletin.month);
        await messages.enqueue(trx, [
          letterOf({
            ...{ bulletin, file, key, recipient, receipt: receiptId, unitName: receipt.unitName },
            place: places.get(receipt.unit ?? 0) ?? null,
          }),
        ]);
        const by = personOf(strapi)?.name ?? '';
        const mailing = { key, at: now.toISOString(), by, reason: reason || null };
        await receipts.addMailing(trx, receipt, mailing, now);
        const [view] = await views.describe(trx, [await find(trx, bulletinId, receiptId)]);
        if (!view) throw new RangeError(`The receipt ${receiptId} was read and not described.`);
        return view;
      });
    },
  };
});
