import type { Core } from '@strapi/strapi';
import { type MailChoice, type NoticeMailing, UNCHOSEN } from '../../../domain/notice';
import { newDocumentId, tableOf } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import type { Language } from '../../../../../common/messages/request-language';
import { personName } from '../../../../../common/text/person-name';
import { UID } from '../constants';

/** Whom notices are mailed to, how, and in which language. */
export interface Mailed {
  account: number;
  name: string;
  address: string;
  language: Language;
  choice: MailChoice;
}

interface Row {
  account: number;
  email: string;
  firstname: string | null;
  lastname: string | null;
  username: string | null;
  language: string | null;
  overall: NoticeMailing | null;
  kinds: string | null;
}

const choiceOf = ({ overall, kinds }: Pick<Row, 'overall' | 'kinds'>): MailChoice =>
  overall === null
    ? UNCHOSEN
    : { overall, kinds: JSON.parse(kinds ?? '{}') as MailChoice['kinds'] };

const fromRow = (row: Row): Mailed => ({
  account: row.account,
  name: personName(row),
  address: row.email,
  language: row.language === 'en' ? 'en' : 'zh-Hans',
  choice: choiceOf(row),
});

/** What accounts have chosen to be mailed. */
export const noticeChoiceRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.noticeChoice);

  return {
    /** Accounts in use with what they have chosen, by their ids. */
    async of(trx: Transaction, accounts: readonly number[]): Promise<Map<number, Mailed>> {
      const rows: Row[] = await trx({ u: tableOf(strapi, 'admin::user') })
        .leftJoin({ c: table }, 'c.account_id', 'u.id')
        .whereIn('u.id', [...accounts])
        .where('u.is_active', true)
        .select({
          account: 'u.id',
          email: 'u.email',
          firstname: 'u.firstname',
          lastname: 'u.lastname',
          username: 'u.username',
          language: 'u.prefered_language',
          overall: 'c.overall',
          kinds: 'c.kinds',
        });
      return new Map(rows.map((row) => [row.account, fromRow(row)]));
    },

    /** Keeps what an account has chosen, in place of what it chose before. */
    async keep(
      trx: Transaction,
      account: number,
      { kinds, overall }: MailChoice,
      now: Date
    ): Promise<void> {
      await trx(table)
        .insert({
          ...{ document_id: newDocumentId(), account_id: account },
          ...{ overall, kinds: JSON.stringify(kinds) },
          ...{ created_at: now, updated_at: now, published_at: now },
        })
        .onConflict('account_id')
        .merge(['overall', 'kinds', 'updated_at']);
    },
  };
});
