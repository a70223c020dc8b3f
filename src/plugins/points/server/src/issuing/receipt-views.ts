import type { Core } from '@strapi/strapi';
import { gapsOf, type Addressee } from '../../../domain/addressees';
import type {
  AddresseeView,
  MailingView,
  ReceiptMailState,
  ReceiptsResponse,
  ReceiptView,
} from '../../../shared/contracts';
import { groupBy } from '../../../../../common/group-by';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { type DeliveryState, deliveryStates } from '../../../../mail/server/src/public';
import { UID } from '../constants';
import { issuedBulletins } from './issued-bulletins';
import { type ReceiptRecord, receiptRepository } from './receipts-repository';

const textOf = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** An addressee as the office sees it. */
export const addresseeView = ({
  mail,
  member,
  name,
  role,
  unitName,
}: Omit<Addressee, 'unit'>): AddresseeView => ({
  ...{ mail, name, role, unitName },
  inPanel: member !== null,
});

const mailStateOf = (
  { mail, mailOff }: ReceiptRecord,
  last: DeliveryState | undefined
): ReceiptMailState => {
  if (last) return last.state;
  if (mail === null) return 'none';
  return mailOff ? 'off' : 'unsent';
};

const mailingsOf = (
  { mailings }: ReceiptRecord,
  delivered: readonly DeliveryState[]
): MailingView[] =>
  delivered.map(({ createdAt, key, lastError, recipient, sentAt, state }) => {
    const own = mailings.find((mailing) => mailing.key === key);
    return {
      at: own?.at ?? createdAt,
      by: own?.by ?? '',
      reason: own?.reason ?? null,
      ...{ name: recipient.name, address: recipient.address },
      ...{ state, sentAt, lastError },
    };
  });

const toView = (receipt: ReceiptRecord, delivered: readonly DeliveryState[]): ReceiptView => ({
  ...addresseeView(receipt),
  documentId: receipt.documentId,
  readAt: textOf(receipt.readAt),
  acknowledgedAt: textOf(receipt.acknowledgedAt),
  acknowledgedBy: receipt.acknowledgedBy,
  mailState: mailStateOf(receipt, delivered.at(-1)),
  mailings: mailingsOf(receipt, delivered),
  needsReason: delivered.at(-1)?.needsReason ?? false,
});

/** What became of telling a bulletin, as the office sees it. */
export const receiptViews = oncePerApplication((strapi: Core.Strapi) => {
  const bulletins = issuedBulletins(strapi);
  const deliveries = deliveryStates(strapi);
  const receipts = receiptRepository(strapi);

  const describe = async (
    trx: Transaction,
    records: readonly ReceiptRecord[]
  ): Promise<ReceiptView[]> => {
    const ids = records.map(({ documentId }) => documentId);
    const delivered = groupBy(
      await deliveries.of(trx, UID.bulletinReceipt, ids),
      ({ about }) => about
    );
    return records.map((record) => toView(record, delivered.get(record.documentId) ?? []));
  };

  return {
    describe,

    /** All who were told of a bulletin; nobody while it is not issued. */
    async ofBulletin(trx: Transaction, documentId: string): Promise<ReceiptsResponse> {
      const data = await describe(trx, await receipts.ofBulletin(trx, documentId));
      const count = (is: (view: ReceiptView) => boolean): number => data.filter(is).length;
      return {
        data,
        meta: {
          issued: await bulletins.issued(trx, documentId),
          counts: {
            inPanel: count(({ inPanel }) => inPanel),
            read: count(({ readAt }) => readAt !== null),
            acknowledged: count(({ acknowledgedAt }) => acknowledgedAt !== null),
            mailed: count(({ mailState }) => mailState === 'sent'),
          },
          gaps: gapsOf(data),
          mailOn: deliveries.isOn(),
        },
      };
    },
  };
});
