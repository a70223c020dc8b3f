import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { newDocumentId, tableOf } from './connection';

/** That a submission which waits is accepted, because it is adopted. */
export interface NewAcceptance {
  submission: number;
  /** Who adopts; `null` and an empty name where the system does. */
  account: number | null;
  person: string;
}

/** A submission without a state is from before there was one, and waits. */
const WAITS = "(state = 'submitted' or state is null)";

const MOMENTS = ['at', 'created_at', 'updated_at', 'published_at'];

const LINE_COLUMNS = [
  ...['document_id', 'submission_document_id', 'account_id', 'person_name'],
  ...['action', 'from_state', 'to_state', ...MOMENTS],
].join(', ');

/**
 * Statements that accept what waits, with the line in its history; sent together with others, for
 * they lie in the way of a publication. Each takes the acceptances and the moment.
 */
export const acceptanceStatements = (strapi: Core.Strapi) => {
  const submissions = tableOf(strapi, UID.submission);
  const lines = tableOf(strapi, UID.historyLine);
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const given = isPostgres
    ? `select submission, document_id, account, person, cast(? as timestamp) as now
         from json_to_recordset(?)
           as (submission integer, document_id text, account integer, person text)`
    : `select value ->> 'submission' as submission, value ->> 'document_id' as document_id,
              value ->> 'account' as account, value ->> 'person' as person, moment.now
         from (select ? as now) as moment, json_each(?)`;
  return {
    /** Gives a row for each that it accepts. */
    acceptance: `update ${submissions}
        set state = 'accepted', state_since = given.now, updated_at = given.now
       from (${given}) as given where ${submissions}.id = given.submission and ${WAITS}
      returning ${submissions}.id`,
    line: `insert into ${lines} (${LINE_COLUMNS})
      select given.document_id, s.document_id, given.account, given.person,
             'adopt', 'submitted', 'accepted', ${MOMENTS.map(() => 'given.now').join(', ')}
        from (${given}) as given join ${submissions} as s on s.id = given.submission`,
    parametersOf: (acceptances: readonly NewAcceptance[], now: Date): unknown[] => [
      now,
      JSON.stringify(acceptances.map((each) => ({ ...each, document_id: newDocumentId() }))),
    ],
  };
};
