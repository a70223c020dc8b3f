import type { Core } from '@strapi/strapi';
import { UID } from '../constants';
import { versionChecks } from '../document-versions';
import { FILE } from '../repositories/ownership';
import { isolateWrites } from '../isolation/writes';
import { adoptionMiddleware } from './adoptions';
import { commissionMiddleware } from './commissions';
import type { DocumentContext, Middleware, Next } from './context';
import { entryMiddleware } from './entries';
import { appendedMiddleware } from './appended';
import { fileMiddleware, mentionMiddleware } from './files';
import { plainRefusals } from './plain-refusals';
import { ruleSetMiddleware } from './rule-sets';
import { submissionMiddleware } from './submissions';
import { officerMiddleware, unitMiddleware } from './units';
import { wordRuleMiddleware } from './word-rules';

type Handler = (context: DocumentContext, next: Next) => Promise<unknown>;

/** Puts every write of a document through the rules of its type; of types not ours, through those of entries. */
export const registerDocumentMiddleware = (strapi: Core.Strapi): void => {
  const entries = entryMiddleware(strapi);
  // The repositories read the database's metadata, which is there only after `register`.
  let handlers: ReadonlyMap<string, Handler> | undefined;
  const ownHandlers = (): ReadonlyMap<string, Handler> =>
    (handlers ??= new Map<string, Handler>([
      [UID.adoption, adoptionMiddleware(strapi)],
      [UID.commission, commissionMiddleware(strapi)],
      [FILE, fileMiddleware(strapi)],
      [UID.keptFile, appendedMiddleware(strapi, 'error.ledger')],
      [UID.officer, officerMiddleware(strapi)],
      [UID.historyLine, appendedMiddleware(strapi, 'error.history')],
      [UID.posting, appendedMiddleware(strapi, 'error.ledger')],
      [UID.ruleSet, ruleSetMiddleware(strapi)],
      [UID.submission, submissionMiddleware(strapi)],
      [UID.total, appendedMiddleware(strapi, 'error.ledger')],
      [UID.unit, unitMiddleware(strapi)],
      [UID.wordRule, wordRuleMiddleware(strapi)],
    ]));

  const pointsMiddleware: Handler = (context, next) =>
    (ownHandlers().get(context.uid) ?? entries)(context, next);
  strapi.documents.use(plainRefusals(strapi) as unknown as Middleware);
  strapi.documents.use(isolateWrites(strapi) as unknown as Middleware);
  strapi.documents.use(versionChecks(strapi).first as unknown as Middleware);
  strapi.documents.use(mentionMiddleware(strapi) as unknown as Middleware);
  strapi.documents.use(pointsMiddleware as unknown as Middleware);
};

/** Puts the check of versions behind every other document middleware, the application's too; run by `bootstrap`. */
export const registerInnermostMiddleware = (strapi: Core.Strapi): void => {
  strapi.documents.use(versionChecks(strapi).last as unknown as Middleware);
};
