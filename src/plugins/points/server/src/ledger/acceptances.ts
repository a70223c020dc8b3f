import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { isPostgres, momentParameter } from '../../../../../common/database/dialect';
import { newDocumentId, tableOf } from '../../../../../common/database/tables';

/** That a submission which waits is accepted, because it is adopted. */
export interface NewAcceptance {
  submission: number;
  /** Who adopts; `null` and an empty name where the system does. */
  account: number | null;
  person: string;
}

const MOMENTS = ['at', 'created_at', 'updated_at', 'published_at'];

const LINE_COLUMNS = [
  ...['document_id', 'submission_document_id', 'account_id', 'person_name'],
  ...['action', 'from_state', 'to_state', ...MOMENTS],
].join(', ');

/**
 * Statements that accept what waits, with the line in its history; sent together with others, for
 * they lie in the way of a publication.
 */
export const acceptanceStatements = (strapi: Core.Strapi) => {
  const submissions = tableOf(strapi, UID.submission);
  const lines = tableOf(strapi, UID.historyLine);
  const now = momentParameter(strapi);
  const given = isPostgres(strapi)
    ? `json_to_recordset(?)
         as given (submission integer, document_id text, account integer, person text)`
    : `(select value ->> 'submission' as submission, value ->> 'document_id' as document_id,
               value ->> 'account' as account, value ->> 'person' as person
          from json_each(?)) as given`;
  const isGiven = isPostgres(strapi)
    ? '= any(cast(? as integer[]))'
    : 'in (select value from json_each(?))';
  const idsOf = (acceptances: readonly NewAcceptance[]): unknown => {
    const all = acceptances.map(({ submission }) => submission);
    return isPostgres(strapi) ? all : JSON.stringify(all);
  };
  return {
    /** Gives a row for each that it accepts. */
    acceptance: `update ${submissions}
        set state = 'accepted', state_since = moment.now, updated_at = moment.now
       from (select ${now} as now) as moment
      where ${submissions}.id ${isGiven} and state = 'submitted'
      returning ${submissions}.id`,
    line: `insert into ${lines} (${LINE_COLUMNS})
      select given.document_id, s.document_id, given.account, given.person,
             'adopt', 'submitted', 'accepted', ${MOMENTS.map(() => 'moment.now').join(', ')}
        from (select ${now} as now) as moment cross join ${given}
        join ${submissions} as s on s.id = given.submission`,
    parametersOf: (acceptances: readonly NewAcceptance[], moment: Date) => ({
      acceptance: [moment, idsOf(acceptances)],
      line: [
        moment,
        JSON.stringify(acceptances.map((each) => ({ ...each, document_id: newDocumentId() }))),
      ],
    }),
  };
};
