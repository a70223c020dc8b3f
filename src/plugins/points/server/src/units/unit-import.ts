import type { Core } from '@strapi/strapi';
import { sentenceOfRefusal } from '../../../../../common/messages/errors';
import type { SheetUnit } from '../../../domain/unit-import';
import type { Invitation, UnitImportResponse, UnitImportRow } from '../../../shared/contracts';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { withLedgerLock } from '../ledger-lock';
import { foundingService } from './founding';
import { requireInvitationMail } from './invitation-mail';
import { unitSheets } from './unit-sheets';

interface Attempt {
  view: UnitImportRow;
  invitations: Invitation[];
}

/** Takes back all that was written, and carries what was found. */
class Undone extends Error {
  readonly attempts: Attempt[];

  constructor(attempts: Attempt[]) {
    super('Nothing is kept.');
    this.attempts = attempts;
  }
}

/** Units from a workbook, made by the same rules as one by one: all, or none. */
export const unitImportService = oncePerApplication((strapi: Core.Strapi) => {
  const founding = foundingService(strapi);
  const sheets = unitSheets(strapi);

  /** Makes one unit, or says what is wrong with it. */
  const attempt = async (
    trx: Transaction,
    unit: SheetUnit,
    sendMail: boolean
  ): Promise<Attempt> => {
    const { code, name, row } = unit;
    try {
      const { invitations } = await founding.foundWithin(trx, sheets.toBody(unit, sendMail));
      const view = { row, name, code, accounts: invitations.length, fault: null };
      return { view, invitations };
    } catch (error) {
      const view = { row, name, code, accounts: 0, fault: sentenceOfRefusal(error) };
      return { view, invitations: [] };
    }
  };

  const attemptAll = async (
    units: readonly SheetUnit[],
    { isTrial, sendMail }: { isTrial: boolean; sendMail: boolean }
  ): Promise<{ attempts: Attempt[]; isDone: boolean }> => {
    try {
      const attempts = await withLedgerLock(strapi, async (trx) => {
        const made: Attempt[] = [];
        for (const unit of units) made.push(await attempt(trx, unit, sendMail));
        if (isTrial || made.some(({ view }) => view.fault !== null)) throw new Undone(made);
        return made;
      });
      return { attempts, isDone: true };
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      return { attempts: error.attempts, isDone: false };
    }
  };

  const answer = ({
    attempts,
    isDone,
  }: {
    attempts: readonly Attempt[];
    isDone: boolean;
  }): UnitImportResponse['data'] => ({
    rows: attempts.map(({ view }) => view),
    isDone,
    invitations: isDone ? attempts.flatMap(({ invitations }) => invitations) : [],
  });

  return {
    /**
     * What making the units of a workbook would come to, unit by unit; nothing is kept.
     *
     * @throws ValidationError when the workbook is not read
     */
    check: async (filepath: string): Promise<UnitImportResponse['data']> =>
      answer(await attemptAll(await sheets.read(filepath), { isTrial: true, sendMail: false })),

    /**
     * Makes the units of a workbook: all, or none where anything is wrong with one.
     *
     * @throws ValidationError when the workbook is not read, or mail is asked for and cannot be sent
     */
    async run(filepath: string, sendMail: boolean): Promise<UnitImportResponse['data']> {
      if (sendMail) requireInvitationMail(strapi);
      return answer(await attemptAll(await sheets.read(filepath), { isTrial: false, sendMail }));
    },
  };
});
