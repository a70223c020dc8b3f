import type { Core } from '@strapi/strapi';
import type {
  AddresseesResponse,
  ReceiptResponse,
  ReceiptsResponse,
} from '../../../shared/contracts';
import { inTransaction } from '../../../../../common/database/transaction';
import { parameter, type RequestContext } from '../../../../../common/http/context';
import { parserOf, refusePage } from '../../../../../common/http/parse';
import { issuedBulletins } from './issued-bulletins';
import { issuingService } from './issuing';
import { receiptMailService } from './receipt-mail';
import { receiptViews } from './receipt-views';
import { mailReceiptBody } from './schemas';

/** The reason here is that of a mail, and not of an adoption that is withdrawn. */
const parse = parserOf(refusePage);

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async preview(ctx: RequestContext): Promise<void> {
    ctx.body = {
      data: await issuingService(strapi).preview(parameter(ctx, 'documentId')),
    } satisfies AddresseesResponse;
  },

  async issue(ctx: RequestContext): Promise<void> {
    ctx.body = (await issuingService(strapi).issue(
      parameter(ctx, 'documentId')
    )) satisfies ReceiptsResponse;
    ctx.status = 201;
  },

  async receipts(ctx: RequestContext): Promise<void> {
    const documentId = parameter(ctx, 'documentId');
    ctx.body = (await inTransaction(strapi, async (trx) => {
      await issuedBulletins(strapi).require(trx, documentId);
      return receiptViews(strapi).ofBulletin(trx, documentId);
    })) satisfies ReceiptsResponse;
  },

  async mail(ctx: RequestContext): Promise<void> {
    const { reason = '' } = parse(strapi, mailReceiptBody, ctx.request.body);
    const data = await receiptMailService(strapi).send(
      parameter(ctx, 'documentId'),
      parameter(ctx, 'receiptId'),
      reason
    );
    ctx.body = { data } satisfies ReceiptResponse;
  },
});
