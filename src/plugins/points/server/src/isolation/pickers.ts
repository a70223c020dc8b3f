import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { labelOf } from '../../../../../common/messages/validation';
import { calendarService } from '../../../../../common/time/calendar';
import { clock } from '../../../../../common/time/clock';
import { wrapped, type Registry } from './registry';
import { personOf } from '../records/requester';
import { unitRepository } from '../records/units';
import { forbidden } from '../messages';

interface Request {
  params: { model: string; targetField: string };
  /** Not looked at yet by anybody. */
  request: { query: { idsToOmit?: unknown } };
  body?: unknown;
}

/** What Strapi works out of a request for the rows that a relation may, or does, name. */
interface RequestInfo {
  mainField: string;
  fieldsToSelect: string[];
}

interface Controller {
  extractAndValidateRequestInfo(ctx: Request, id?: unknown): Promise<RequestInfo | undefined>;
  findAvailable(ctx: Request): Promise<unknown>;
  findExisting(ctx: Request): Promise<unknown>;
}

interface Found {
  results: Array<{ id: number }>;
}

/** What an account is told apart by; the first is its login. */
const ACCOUNT_FIELDS = ['email', 'firstname', 'lastname'];

const namesAccounts = ({ params }: Request): boolean =>
  params.model === UID.member && params.targetField === 'account';

const namesAuthors = ({ params }: Request): boolean =>
  params.model === UID.submission && params.targetField === 'officers';

const namesContributingUnits = ({ params }: Request): boolean =>
  params.model === UID.submission && params.targetField === 'units';

/**
 * The rows that the form's relations offer. As authors of a submission the unit's leaders, who
 * sign and do not write, are not offered, nor who has left or is still to come; as contributing
 * units a unit's people are offered those in use, and the office, which enters what came in
 * earlier, all. What is named all the same stays named. Who may fill in whose login an officer has sees the logins there, and no
 * other account data; Strapi gives rows of accounts no name at all but to who manages them.
 */
export const patchPickers = (strapi: Core.Strapi): void => {
  const controllers = strapi.get<Registry>('controllers');

  const idsNotOffered = async (ctx: Request): Promise<number[]> => {
    const units = unitRepository(strapi);
    const today = calendarService(strapi).dayOf(clock.now());
    if (namesAuthors(ctx)) return units.idsOfNoAuthors(today);
    const isHeld = namesContributingUnits(ctx) && personOf(strapi)?.isOfUnit;
    return isHeld ? units.idsOutOfUse(today) : [];
  };

  controllers.extend('plugin::content-manager.relations', (part) => {
    const controller = part as unknown as Controller;
    const patched = wrapped(part, {
      async extractAndValidateRequestInfo(ctx: Request, id?: unknown): Promise<RequestInfo> {
        const info = await controller.extractAndValidateRequestInfo(ctx, id);
        const field = ctx.params.targetField;
        // Strapi forgets to stop where the field may not be read, and fails a line later.
        if (!info) {
          throw forbidden(strapi, 'error.relation', { field, label: labelOf(strapi, field) });
        }
        if (!namesAccounts(ctx)) return info;
        const fieldsToSelect = [...info.fieldsToSelect, ...ACCOUNT_FIELDS];
        return { ...info, mainField: 'email', fieldsToSelect };
      },
      async findAvailable(ctx: Request): Promise<void> {
        const { idsToOmit = [] } = ctx.request.query;
        // What is no list Strapi refuses.
        if (Array.isArray(idsToOmit)) {
          // Not by a filter: Strapi drops those on fields that the asker may not read.
          ctx.request.query.idsToOmit = [
            ...(idsToOmit as unknown[]),
            ...(await idsNotOffered(ctx)),
          ];
        }
        await controller.findAvailable.call(patched, ctx);
      },
      async findExisting(ctx: Request): Promise<void> {
        await controller.findExisting.call(patched, ctx);
        if (!namesAccounts(ctx)) return;
        const { results, ...rest } = ctx.body as Found;
        const logins = await unitRepository(strapi).logins(results.map(({ id }) => id));
        ctx.body = {
          ...rest,
          results: results.map((row) => ({ ...row, ...logins.get(row.id) })),
        };
      },
    });
    return patched;
  });
};
