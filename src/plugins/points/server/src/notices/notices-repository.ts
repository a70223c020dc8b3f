import type { Core } from '@strapi/strapi';
import type { NoticeKind } from '../../../domain/notice';
import type { Day } from '../../../domain/period';
import type { Position } from '../../../domain/vocabulary';
import { isPostgres, momentParameter } from '../../../../../common/database/dialect';
import { countOf, onPage, type PageRequest } from '../../../../../common/database/pages';
import { prepareStatement } from '../../../../../common/database/prepared-statement';
import { linkTableOf, tableOf, toDate, toDateOrNull } from '../../../../../common/database/tables';
import type { Transaction } from '../../../../../common/database/transaction';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { UID } from '../constants';

/** What fills a notice's sentence. */
export type NoticeDetails = Readonly<Record<string, string | number>>;

/** Whom a notice is for: those in office of a unit, or whoever has an action. */
interface Audience {
  unit: number | null;
  /** `null` for officers and leaders. */
  post: Position | null;
  /** The full name of an action. */
  action: string | null;
  member: number | null;
}

/**
 * What becomes of a notice by mail: nobody has looked yet whether it is wanted, it waits for the daily
 * mail, it was written into the outbox, or it never is.
 */
export type MailState = 'waiting' | 'daily' | 'written' | 'none';

/** A notice as its cause tells it. */
export interface NewNotice extends Audience {
  documentId: string;
  /** Of one key an account is told once. */
  key: string;
  kind: NoticeKind;
  about: { uid: string; documentId: string };
  details: NoticeDetails;
  mailing: MailState;
}

/** Something that an account was told of. */
export interface NoticeRecord {
  id: number;
  documentId: string;
  account: number;
  kind: NoticeKind;
  about: { uid: string; documentId: string };
  details: NoticeDetails;
  at: Date;
  readAt: Date | null;
}

/** Which notices of an account are meant. */
export interface NoticeFilter {
  isRead?: boolean;
  kind?: NoticeKind;
}

interface Row {
  id: number;
  document_id: string;
  account_id: number;
  kind: NoticeKind;
  about_uid: string;
  about_document_id: string;
  details: string | null;
  created_at: unknown;
  read_at: unknown;
}

const fromRow = (row: Row): NoticeRecord => ({
  id: row.id,
  documentId: row.document_id,
  account: row.account_id,
  kind: row.kind,
  about: { uid: row.about_uid, documentId: row.about_document_id },
  details: JSON.parse(row.details ?? '{}') as NoticeDetails,
  at: toDate(row.created_at),
  readAt: toDateOrNull(row.read_at),
});

/** What is given of each notice, with its type on PostgreSQL. */
const GIVEN = {
  document_id: 'text',
  key: 'text',
  kind: 'text',
  about_uid: 'text',
  about_document_id: 'text',
  details: 'text',
  mailing: 'text',
  unit_id: 'integer',
  post: 'text',
  action: 'text',
  member_id: 'integer',
} as const;

const givenRow = (notice: NewNotice): Record<keyof typeof GIVEN, string | number | null> => ({
  document_id: notice.documentId,
  key: notice.key,
  kind: notice.kind,
  about_uid: notice.about.uid,
  about_document_id: notice.about.documentId,
  details: JSON.stringify(notice.details),
  mailing: notice.mailing,
  unit_id: notice.unit,
  post: notice.post,
  action: notice.action,
  member_id: notice.member,
});

const givenTable = (strapi: Core.Strapi): string => {
  const names = Object.keys(GIVEN);
  if (!isPostgres(strapi)) {
    const columns = names.map((name) => `value ->> '${name}' as ${name}`);
    return `(select ${columns.join(', ')} from json_each(?)) as given`;
  }
  const columns = Object.entries(GIVEN).map(([name, type]) => `${name} ${type}`);
  return `json_to_recordset(cast(? as json)) as given(${columns.join(', ')})`;
};

/** Ids beyond this many go into statements of their own: SQLite takes some thousand values in one. */
const MOST_IDS = 500;

/** What accounts were told of. What is written of a notice stays; whether it was read is its account's. */
export const noticeRepository = oncePerApplication((strapi: Core.Strapi) => {
  const table = tableOf(strapi, UID.notice);

  const insertion = (): string => {
    const unit = linkTableOf(strapi, UID.member, 'unit');
    const account = linkTableOf(strapi, UID.member, 'account');
    const roles = linkTableOf(strapi, 'admin::user', 'roles');
    const role = linkTableOf(strapi, 'admin::permission', 'role');
    const day = isPostgres(strapi) ? 'cast(? as date)' : '?';
    return `insert into ${table} (document_id, key, kind, about_uid, about_document_id, details,
        mailing, account_id, created_at, updated_at, published_at)
      select given.document_id || '-' || u.id, given.key, given.kind, given.about_uid,
             given.about_document_id, given.details, given.mailing, u.id, moment.now, moment.now,
             moment.now
        from ${givenTable(strapi)}
       cross join (select ${momentParameter(strapi)} as now, ${day} as today,
                          cast(? as integer) as author) as moment
        join ${tableOf(strapi, 'admin::user')} as u on u.is_active and u.id <> moment.author
       where exists (
               select 1 from ${account.table} as a
                 join ${tableOf(strapi, UID.member)} as o on o.id = a.${account.source}
                 left join ${unit.table} as l on l.${unit.source} = o.id
                where a.${account.target} = u.id
                  and (l.${unit.target} = given.unit_id or o.id = given.member_id)
                  and (given.post is null or o.post = given.post)
                  and (o.active_from is null or o.active_from <= moment.today)
                  and (o.active_to is null or o.active_to >= moment.today))
          or exists (
               select 1 from ${roles.table} as r
                 join ${role.table} as pr on pr.${role.target} = r.${roles.target}
                 join ${tableOf(strapi, 'admin::permission')} as p on p.id = pr.${role.source}
                where r.${roles.source} = u.id and p.action = given.action)
      on conflict (key, account_id) do nothing`;
  };

  const insert = prepareStatement(strapi, insertion());

  const ofAccount = (trx: Transaction, account: number, { isRead, kind }: NoticeFilter = {}) => {
    const query = trx(table).where('account_id', account);
    if (isRead === true) void query.whereNotNull('read_at');
    if (isRead === false) void query.whereNull('read_at');
    if (kind !== undefined) void query.where('kind', kind);
    return query;
  };

  return {
    /**
     * Tells all whom notices are for, but for their author. Whoever was told of a key already is not
     * told again.
     *
     * @param author the account that is the cause; `null` for none
     */
    async insert(
      trx: Transaction,
      notices: readonly NewNotice[],
      { author, now, today }: { author: number | null; now: Date; today: Day }
    ): Promise<void> {
      if (notices.length === 0) return;
      await insert(trx, [JSON.stringify(notices.map(givenRow)), now, today, author ?? 0]);
    },

    unread: (trx: Transaction, account: number): Promise<number> =>
      countOf(ofAccount(trx, account, { isRead: false })),

    /** A page of an account's notices, the newest first. */
    async page(
      trx: Transaction,
      account: number,
      filter: NoticeFilter,
      request: PageRequest
    ): Promise<{ notices: NoticeRecord[]; total: number }> {
      const total = await countOf(ofAccount(trx, account, filter));
      const rows: Row[] = await onPage(
        ofAccount(trx, account, filter).orderBy('id', 'desc'),
        request
      );
      return { notices: rows.map(fromRow), total };
    },

    /**
     * Marks notices of an account as read, or as unread again.
     *
     * @param documentIds of which; `null` for all
     * @returns what was marked otherwise before
     */
    async mark(
      trx: Transaction,
      account: number,
      documentIds: readonly string[] | null,
      readAt: Date | null
    ): Promise<string[]> {
      const query = ofAccount(trx, account, { isRead: readAt === null }).orderBy('id', 'desc');
      if (documentIds) void query.whereIn('document_id', [...documentIds]);
      const found: Array<{ id: number; document_id: string }> = await query.select(
        'id',
        'document_id'
      );
      for (let from = 0; from < found.length; from += MOST_IDS) {
        const ids = found.slice(from, from + MOST_IDS).map(({ id }) => id);
        await trx(table).whereIn('id', ids).update({ read_at: readAt });
      }
      return found.map((each) => each.document_id);
    },

    /** What nobody has looked at yet, the oldest first: at most so many. */
    async waiting(trx: Transaction, most: number): Promise<NoticeRecord[]> {
      const rows: Row[] = await trx(table).where('mailing', 'waiting').orderBy('id').limit(most);
      return rows.map(fromRow);
    },

    /** Accounts with notices for the daily mail that were told before a moment: at most so many. */
    async accountsWithDaily(trx: Transaction, before: Date, most: number): Promise<number[]> {
      return trx(table)
        .where('mailing', 'daily')
        .where('created_at', '<', before)
        .distinct()
        .orderBy('account_id')
        .limit(most)
        .pluck('account_id');
    },

    /** What of an account waits for the daily mail and was told before a moment, the oldest first. */
    async daily(trx: Transaction, account: number, before: Date): Promise<NoticeRecord[]> {
      const rows: Row[] = await trx(table)
        .where({ mailing: 'daily', account_id: account })
        .where('created_at', '<', before)
        .orderBy('id');
      return rows.map(fromRow);
    },

    async setMailing(trx: Transaction, ids: readonly number[], mailing: MailState): Promise<void> {
      for (let from = 0; from < ids.length; from += MOST_IDS) {
        await trx(table)
          .whereIn('id', ids.slice(from, from + MOST_IDS))
          .update({ mailing });
      }
    },

    /** Forgets what was read and told before a moment. */
    async forget(trx: Transaction, before: Date): Promise<number> {
      return trx(table).whereNotNull('read_at').where('created_at', '<', before).delete();
    },
  };
});
