import type { Core } from '@strapi/strapi';
import type {
  AnswerObjectionBody,
  FileObjectionBody,
  ObjectionResponse,
  ObjectionsQuery,
  ObjectionsResponse,
  Outcome,
  WithdrawCorrectionBody,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { unitScope } from '../isolation/requester';
import { correctionSettleService } from '../ledger/settle-corrections';
import { runLedgerTransaction } from '../ledger-lock';
import { forbidden, refuse } from '../messages';
import { UID } from '../constants';
import { type Notice, noticeService } from '../notices/notices';
import { actionId } from '../permissions/actions';
import {
  type ObjectionFilter,
  type ObjectionRecord,
  objectionRepository,
} from '../records/objections';
import { type Person, personOf } from '../records/requester';
import { unitRepository } from '../records/units';
import { objectionRules } from './objection-rules';
import { objectionViews } from './objection-views';

/** What the unit that objected is told. */
const answered = ({ documentId, title, unit }: ObjectionRecord, outcome: Outcome): Notice[] =>
  unit === null
    ? []
    : [
        {
          kind: 'objection-answered',
          to: { unit },
          about: { uid: UID.objection, documentId },
          details: { title, outcome: `objection.${outcome}` },
        },
      ];

/**
 * Objections (异议): a unit objects to a line of its own, the office answers, and where nothing that the
 * points follow from can be mended, the answer corrects them. Never deleted.
 */
export const objectionService = oncePerApplication((strapi: Core.Strapi) => {
  const notices = noticeService(strapi);
  const objections = objectionRepository(strapi);
  const rules = objectionRules(strapi);
  const settle = correctionSettleService(strapi);
  const units = unitRepository(strapi);
  const views = objectionViews(strapi);

  /** @throws PolicyError when nobody asks: an objection and its answer are a person's */
  const requirePerson = (): Person => {
    const person = personOf(strapi);
    if (person) return person;
    throw forbidden(strapi, 'error.ownUnit.objection');
  };

  const toFilter = async (
    trx: Transaction,
    { state, unit: documentId }: Pick<ObjectionsQuery, 'state' | 'unit'>
  ): Promise<ObjectionFilter> => {
    const own = (await unitScope(strapi, actionId('objection.read')))?.units;
    if (documentId === undefined) return { units: own, state };
    const unit = await units.findUnit(trx, documentId);
    if (!unit) {
      throw refuse(strapi, 'unit', 'error.unit.unknown', { value: documentId, field: 'unit' });
    }
    if (own && !own.includes(unit.id)) throw forbidden(strapi, 'error.ownUnit.objection');
    return { units: own, unit: unit.id, state };
  };

  /**
   * Writes a step with its effect on the ledger, and answers with the objection as it stands then.
   * Under the ledger's lock, so that of two at once the second sees what the first wrote.
   */
  const write = (step: (trx: Transaction) => Promise<string>): Promise<ObjectionResponse> =>
    inTransaction(strapi, async (trx) => {
      const documentId = await runLedgerTransaction(strapi, step, async (_, written) => {
        const { id } = await views.find(trx, written);
        await settle.run(trx, [id], 'objection');
      });
      return views.respond(trx, documentId);
    });

  /** Writes a step of an objection that is there. */
  const change = (
    documentId: string,
    step: (trx: Transaction, objection: ObjectionRecord) => Promise<void>
  ): Promise<ObjectionResponse> =>
    write(async (trx) => {
      await step(trx, await views.find(trx, documentId));
      return documentId;
    });

  return {
    /**
     * A page of objections, the newest first; for who is held to units, of these alone.
     *
     * @throws PolicyError when it asks for another unit's, ValidationError when the unit does not exist
     */
    async page(
      query: Pick<ObjectionsQuery, 'state' | 'unit'>,
      request: PageRequest
    ): Promise<ObjectionsResponse> {
      return inTransaction(strapi, async (trx) => {
        const found = await objections.page(trx, await toFilter(trx, query), request);
        const { total } = found;
        return {
          data: await views.describe(trx, found.objections),
          meta: { pagination: paginationOf(request, total) },
        };
      });
    },

    /** @throws NotFoundError when there is no such objection */
    async findOne(documentId: string): Promise<ObjectionResponse> {
      return inTransaction(strapi, (trx) => views.respond(trx, documentId));
    },

    /**
     * Files an objection of the asker's unit.
     *
     * @throws ValidationError when the input is bad, it is too late or one waits already,
     *   PolicyError for another unit's line; nothing is written
     */
    async file(body: FileObjectionBody): Promise<ObjectionResponse> {
      const { account, name } = requirePerson();
      return write(async (trx) => {
        const objection = await rules.requireWhole(trx, body, name);
        const by = { author: account, now: clock.now() };
        const filed = await objections.file(objection, body.attachments ?? [], by);
        await notices.tell(trx, [
          {
            kind: 'objection-filed',
            to: { action: 'objection.answer' },
            about: { uid: UID.objection, documentId: filed },
            details: { title: objection.title, unit: objection.unitName },
          },
        ]);
        return filed;
      });
    },

    /**
     * Takes an objection back that waits.
     *
     * @throws NotFoundError, or ValidationError for one that does not wait any more
     */
    async withdraw(documentId: string): Promise<ObjectionResponse> {
      const { name } = requirePerson();
      return change(documentId, async (trx, objection) => {
        rules.requireWaiting(objection);
        await objections.withdraw(trx, objection.id, name, clock.now());
      });
    },

    /**
     * Answers an objection, and posts the correction that the answer brings: in the month of the line,
     * or in the first open month where that is sealed.
     *
     * @throws NotFoundError, or ValidationError for one that does not wait any more or a bad
     *   correction; nothing is written
     */
    async answer(documentId: string, body: AnswerObjectionBody): Promise<ObjectionResponse> {
      const { name } = requirePerson();
      return change(documentId, async (trx, objection) => {
        rules.requireWaiting(objection);
        const correction = await rules.requireAnswer(trx, objection, body);
        const { outcome, text } = body;
        const answer = { outcome, text, person: name, correction };
        await objections.answer(trx, objection.id, answer, clock.now());
        await notices.tell(trx, answered(objection, outcome));
      });
    },

    /**
     * Withdraws the correction of an answer; its posting is taken back and the answer stays.
     *
     * @throws NotFoundError, or ValidationError for one without a correction in force
     */
    async withdrawCorrection(
      documentId: string,
      { reason }: WithdrawCorrectionBody
    ): Promise<ObjectionResponse> {
      const { name } = requirePerson();
      return change(documentId, async (trx, objection) => {
        rules.requireCorrection(objection);
        const by = { reason, person: name };
        await objections.withdrawCorrection(trx, objection.id, by, clock.now());
      });
    },
  };
});
