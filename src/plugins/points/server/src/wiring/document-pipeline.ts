import type { Core } from '@strapi/strapi';
import { UID, FILE } from '../constants';
import { versionChecks } from '../document-versions';
import { isolateWrites } from '../isolation/writes';
import { adoptionMiddleware } from '../adoptions/adoptions-middleware';
import { commissionMiddleware } from '../commissions/commissions-middleware';
import type { DocumentContext, Middleware, Next } from '../../../../../common/documents/context';
import { entryMiddleware } from '../entries/entries-middleware';
import { forbidden } from '../messages';
import { appendOnly } from '../../../../../common/documents/append-only';
import { fileMiddleware, mentionMiddleware } from '../files/files-middleware';
import { readableErrors } from '../../../../../common/documents/readable-errors';
import { ruleSetMiddleware } from '../ledger/rule-sets-middleware';
import { submissionMiddleware } from '../submissions/submissions-middleware';
import { officerMiddleware, unitMiddleware } from '../units/units-middleware';
import { wordRuleMiddleware } from '../submissions/word-rules-middleware';

type Handler = (context: DocumentContext, next: Next) => Promise<unknown>;

/** Puts every write of a document through the rules of its type; of types not ours, through those of entries. */
export const registerDocumentMiddleware = (strapi: Core.Strapi): void => {
  const entries = entryMiddleware(strapi);
  // The repositories read the database's metadata, which is there only after `register`.
  let handlers: ReadonlyMap<string, Handler> | undefined;
  const ownHandlers = (): ReadonlyMap<string, Handler> =>
    (handlers ??= new Map<string, Handler>([
      [UID.adoption, adoptionMiddleware(strapi)],
      [UID.bulletin, appendOnly(() => forbidden(strapi, 'error.bulletin'))],
      [UID.commission, commissionMiddleware(strapi)],
      [FILE, fileMiddleware(strapi)],
      [UID.keptFile, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.officer, officerMiddleware(strapi)],
      [UID.historyLine, appendOnly(() => forbidden(strapi, 'error.history'))],
      [UID.posting, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.ruleSet, ruleSetMiddleware(strapi)],
      [UID.submission, submissionMiddleware(strapi)],
      [UID.total, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.unit, unitMiddleware(strapi)],
      [UID.wordRule, wordRuleMiddleware(strapi)],
    ]));

  const pointsMiddleware: Handler = (context, next) =>
    (ownHandlers().get(context.uid) ?? entries)(context, next);
  strapi.documents.use(readableErrors(strapi) as unknown as Middleware);
  strapi.documents.use(isolateWrites(strapi) as unknown as Middleware);
  strapi.documents.use(versionChecks(strapi).first as unknown as Middleware);
  strapi.documents.use(mentionMiddleware(strapi) as unknown as Middleware);
  strapi.documents.use(pointsMiddleware as unknown as Middleware);
};

/** Puts the check of versions behind every other document middleware, the application's too; run by `bootstrap`. */
export const registerInnermostMiddleware = (strapi: Core.Strapi): void => {
  strapi.documents.use(versionChecks(strapi).last as unknown as Middleware);
};
