import type { Core } from '@strapi/strapi';
import { UID, FILE } from '../constants';
import { versionChecks } from '../document-versions';
import { isolateWrites } from '../isolation/writes';
import { adoptionMiddleware } from '../adoptions/adoptions-middleware';
import { templateMiddleware } from '../bulletin-documents/templates-middleware';
import { commissionMiddleware } from '../commissions/commissions-middleware';
import { entryMiddleware } from '../entries/entries-middleware';
import { forbidden } from '../messages';
import { appendOnly } from '../../../../../common/documents/append-only';
import { changesMentions, fileMiddleware, mentionMiddleware } from '../files/files-middleware';
import {
  type DocumentMiddleware,
  registerPipeline,
} from '../../../../../common/documents/pipeline';
import { readableErrors } from '../../../../../common/documents/readable-errors';
import { ruleSetMiddleware } from '../ledger/rule-sets-middleware';
import { submissionMiddleware } from '../submissions/submissions-middleware';
import { memberMiddleware, unitMiddleware } from '../units/units-middleware';
import { wordRuleMiddleware } from '../submissions/word-rules-middleware';

/** Puts a write through the rules of its type; of types not ours, through those of entries. */
const rulesOfType = (strapi: Core.Strapi): DocumentMiddleware => {
  const entries = entryMiddleware(strapi);
  // The repositories read the database's metadata, which is there only after `register`.
  let own: ReadonlyMap<string, DocumentMiddleware> | undefined;
  const ownRules = (): ReadonlyMap<string, DocumentMiddleware> =>
    (own ??= new Map<string, DocumentMiddleware>([
      [UID.adoption, adoptionMiddleware(strapi)],
      [UID.adoptionImport, appendOnly(() => forbidden(strapi, 'error.adoptionImport'))],
      [UID.bonus, appendOnly(() => forbidden(strapi, 'error.bonus.written'))],
      [UID.bulletin, appendOnly(() => forbidden(strapi, 'error.bulletin'))],
      [UID.bulletinDraft, appendOnly(() => forbidden(strapi, 'error.bulletinDraft.written'))],
      [UID.bulletinReceipt, appendOnly(() => forbidden(strapi, 'error.receipt'))],
      [UID.bulletinTemplate, templateMiddleware(strapi)],
      [UID.commission, commissionMiddleware(strapi)],
      [UID.commissionLine, appendOnly(() => forbidden(strapi, 'error.history'))],
      [UID.deduction, appendOnly(() => forbidden(strapi, 'error.deduction.written'))],
      [FILE, fileMiddleware(strapi)],
      [UID.keptFile, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.member, memberMiddleware(strapi)],
      [UID.historyLine, appendOnly(() => forbidden(strapi, 'error.history'))],
      [UID.notice, appendOnly(() => forbidden(strapi, 'error.notice.written'))],
      [UID.noticeChoice, appendOnly(() => forbidden(strapi, 'error.notice.written'))],
      [UID.objection, appendOnly(() => forbidden(strapi, 'error.objection.written'))],
      [UID.posting, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.review, appendOnly(() => forbidden(strapi, 'error.review.written'))],
      [UID.reversalReason, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.ruleSet, ruleSetMiddleware(strapi)],
      [UID.ruleSetDraft, appendOnly(() => forbidden(strapi, 'error.ruleSetDraft.written'))],
      [UID.submission, submissionMiddleware(strapi)],
      [UID.total, appendOnly(() => forbidden(strapi, 'error.ledger'))],
      [UID.unit, unitMiddleware(strapi)],
      [UID.wordRule, wordRuleMiddleware(strapi)],
    ]));
  return (context, next) => (ownRules().get(context.uid) ?? entries)(context, next);
};

/** Puts the plugin's steps before the application's. */
export const registerDocumentMiddleware = (strapi: Core.Strapi): void => {
  registerPipeline(strapi, [
    { name: 'readable-errors', run: readableErrors(strapi) },
    { name: 'isolation', run: isolateWrites(strapi) },
    { name: 'stale-forms', run: versionChecks(strapi).first },
    { name: 'file-mentions', concerns: changesMentions, run: mentionMiddleware(strapi) },
    { name: 'rules-of-the-type', run: rulesOfType(strapi) },
  ]);
};

/** Puts the check of versions behind every other step, the application's too; run by `bootstrap`. */
export const registerInnermostMiddleware = (strapi: Core.Strapi): void => {
  registerPipeline(strapi, [{ name: 'held-version', run: versionChecks(strapi).last }]);
};
