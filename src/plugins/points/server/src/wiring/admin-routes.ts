import { UID } from '../constants';
import type { Action } from '../permissions/actions';

type DocumentType = (typeof UID)[keyof typeof UID];

/** A path that names a document must say of which type, unless it has a `:uid`. */
type TypeOf<Path extends string> = Path extends `${string}:uid${string}`
  ? []
  : Path extends `${string}:documentId${string}`
    ? [type: DocumentType]
    : [];

/**
 * An admin route behind one permission of its own.
 *
 * @param type the content type of the document that the path's `:documentId` names: whoever is held
 *   to units finds none but their own documents under it
 */
const route = <Path extends string>(
  method: 'GET' | 'POST' | 'PUT',
  path: Path,
  handler: string,
  action: Action,
  ...[type]: TypeOf<Path>
) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'plugin::points.allowed', config: { action, type } },
    ],
  },
});

export default {
  type: 'admin',
  routes: [
    route('GET', '/overview', 'overview.find', 'report.read'),
    route('GET', '/report', 'report.find', 'report.read'),
    route('GET', '/report/export', 'downloads.report', 'report.read'),
    route('GET', '/ledger', 'ledger.find', 'ledger.read'),
    route('GET', '/ledger/export', 'downloads.ledger', 'ledger.read'),
    route('GET', '/entries/:uid', 'entries.findPoints', 'entry.read'),
    route('GET', '/entries/:uid/:documentId', 'entries.findOne', 'entry.read'),
    route(
      'POST',
      '/entries/:uid/:documentId/submission',
      'entries.createSubmission',
      'submission.from-entry'
    ),
    route('GET', '/commissions', 'commissions.find', 'commission.read'),
    route('GET', '/commissions/outcomes', 'commissions.outcomes', 'commission.read'),
    route('GET', '/commissions/outcomes/export', 'commissions.export', 'commission.read'),
    route(
      'GET',
      '/commissions/:documentId',
      'commissions.findOne',
      'commission.read',
      UID.commission
    ),
    ...(
      [
        ['extend', 'extend'],
        ['close', 'close'],
        ['reopen', 'reopen'],
        ['not-needed', 'letOff'],
        ['needed', 'askAgain'],
        ['answers/:submission/adopt', 'adopt'],
      ] as const
    ).map(([action, handler]) =>
      route(
        'POST',
        `/commissions/:documentId/${action}`,
        `commissions.${handler}`,
        'commission.decide',
        UID.commission
      )
    ),
    route('POST', '/adoptions', 'adoptions.create', 'adoption.record'),
    route('GET', '/adoptions/submissions', 'recording.findSubmissions', 'adoption.record'),
    route('POST', '/adoptions/submissions', 'recording.createSubmission', 'adoption.record'),
    route('GET', '/adoptions/channels', 'recording.findChannels', 'adoption.record'),
    route('POST', '/adoptions/preview', 'recording.preview', 'adoption.record'),
    route('POST', '/adoptions/steps', 'recording.record', 'adoption.record'),
    route('GET', '/adoptions/template', 'adoption-imports.template', 'adoption.record'),
    route('POST', '/adoptions/import/check', 'adoption-imports.check', 'adoption.record'),
    route('POST', '/adoptions/import', 'adoption-imports.run', 'adoption.record'),
    route('GET', '/adoptions/imports', 'adoption-imports.find', 'adoption.record'),
    route(
      'GET',
      '/adoptions/imports/:documentId/report',
      'adoption-imports.report',
      'adoption.record',
      UID.adoptionImport
    ),
    route(
      'GET',
      '/submissions/:documentId/adoptions',
      'recording.findChain',
      'adoption.record',
      UID.submission
    ),
    route(
      'POST',
      '/adoptions/:documentId/withdraw',
      'adoptions.withdraw',
      'adoption.withdraw',
      UID.adoption
    ),
    route('GET', '/sealed-awards', 'sealed-awards.find', 'award.decide'),
    route(
      'POST',
      '/sealed-awards/:documentId/confirm',
      'sealed-awards.confirm',
      'award.decide',
      UID.adoption
    ),
    route(
      'POST',
      '/sealed-awards/:documentId/withdraw',
      'sealed-awards.withdraw',
      'award.decide',
      UID.adoption
    ),
    route('GET', '/bonuses', 'bonuses.find', 'bonus.read'),
    route('POST', '/bonuses', 'bonuses.create', 'bonus.record'),
    route(
      'POST',
      '/bonuses/:documentId/evidence',
      'bonuses.addEvidence',
      'bonus.record',
      UID.bonus
    ),
    route('POST', '/bonuses/:documentId/withdraw', 'bonuses.withdraw', 'bonus.withdraw', UID.bonus),
    route('GET', '/deductions', 'deductions.find', 'deduction.read'),
    route('GET', '/deductions/kinds', 'deductions.kinds', 'deduction.read'),
    route('POST', '/deductions', 'deductions.create', 'deduction.record'),
    route(
      'POST',
      '/deductions/:documentId/evidence',
      'deductions.addEvidence',
      'deduction.record',
      UID.deduction
    ),
    route(
      'POST',
      '/deductions/:documentId/withdraw',
      'deductions.withdraw',
      'deduction.withdraw',
      UID.deduction
    ),
    route('GET', '/objections', 'objections.find', 'objection.read'),
    route('POST', '/objections', 'objections.create', 'objection.file'),
    route('GET', '/objections/:documentId', 'objections.findOne', 'objection.read', UID.objection),
    route(
      'POST',
      '/objections/:documentId/withdraw',
      'objections.withdraw',
      'objection.file',
      UID.objection
    ),
    route(
      'POST',
      '/objections/:documentId/answer',
      'objections.answer',
      'objection.answer',
      UID.objection
    ),
    route(
      'POST',
      '/objections/:documentId/correction/withdraw',
      'objections.withdrawCorrection',
      'objection.answer',
      UID.objection
    ),
    route(
      'GET',
      '/submissions/:documentId',
      'submissions.findOne',
      'submission.read',
      UID.submission
    ),
    route(
      'GET',
      '/submissions/:documentId/duplicates',
      'submissions.findDuplicates',
      'submission.read',
      UID.submission
    ),
    route(
      'GET',
      '/submissions/:documentId/precheck',
      'submissions.precheck',
      'submission.read',
      UID.submission
    ),
    ...(
      [
        ['submit', 'submit', 'submission.submit'],
        ['request-signature', 'requestSignature', 'submission.submit'],
        ['sign', 'sign', 'submission.sign'],
        ['send-back', 'sendBack', 'submission.sign'],
        ['withdraw', 'withdraw', 'submission.withdraw'],
        ['accept', 'accept', 'submission.review'],
        ['return', 'return', 'submission.review'],
        ['decline', 'decline', 'submission.review'],
        ['reopen', 'reopen', 'submission.review'],
        ['merge', 'merge', 'submission.merge'],
        ['unmerge', 'unmerge', 'submission.merge'],
      ] as const
    ).map(([action, handler, permission]) =>
      route(
        'POST',
        `/submissions/:documentId/actions/${action}`,
        `submissions.${handler}`,
        permission,
        UID.submission
      )
    ),
    route(
      'POST',
      '/submissions/:documentId/entry',
      'make-entry.create',
      'submission.make-entry',
      UID.submission
    ),
    route('GET', '/entry-types', 'make-entry.types', 'submission.make-entry'),
    route('GET', '/inbox', 'inbox.find', 'inbox.read'),
    route('POST', '/inbox/accept', 'inbox.accept', 'submission.review'),
    route('GET', '/desk', 'desk.find', 'desk.read'),
    route('GET', '/desk/reading/:documentId', 'desk.read', 'desk.read', UID.submission),
    route('POST', '/desk/sign', 'desk.sign', 'submission.sign'),
    route('GET', '/desk/summary', 'desk.summary', 'desk.read'),
    route('GET', '/reconcile', 'reconcile.find', 'reconcile.read'),
    route('GET', '/verify', 'verification.find', 'verify.read'),
    route('GET', '/bulletins', 'bulletins.find', 'bulletin.read'),
    route('GET', '/bulletins/preview', 'bulletins.preview', 'bulletin.seal'),
    route('GET', '/bulletins/:documentId', 'bulletins.findOne', 'bulletin.read', UID.bulletin),
    route('POST', '/bulletins', 'bulletins.create', 'bulletin.seal'),
    route(
      'GET',
      '/bulletins/:documentId/document',
      'bulletin-documents.findOne',
      'bulletin.read',
      UID.bulletin
    ),
    route(
      'GET',
      '/bulletins/:documentId/addressees',
      'issuing.preview',
      'bulletin.issue',
      UID.bulletin
    ),
    route('POST', '/bulletins/:documentId/issue', 'issuing.issue', 'bulletin.issue', UID.bulletin),
    route(
      'GET',
      '/bulletins/:documentId/receipts',
      'issuing.receipts',
      'bulletin.issue',
      UID.bulletin
    ),
    route(
      'POST',
      '/bulletins/:documentId/document',
      'bulletin-documents.save',
      'bulletin.edit',
      UID.bulletin
    ),
    route(
      'GET',
      '/bulletins/:documentId/export',
      'bulletin-documents.export',
      'bulletin.read',
      UID.bulletin
    ),
    route(
      'POST',
      '/bulletins/:documentId/receipts/:receiptId/mail',
      'issuing.mail',
      'bulletin.issue',
      UID.bulletin
    ),
    route('GET', '/my-bulletins', 'my-bulletins.find', 'my-bulletin.read'),
    ...(
      [
        ['POST', 'read'],
        ['POST', 'acknowledge'],
        ['GET', 'file'],
      ] as const
    ).map(([method, action]) =>
      route(
        method,
        `/my-bulletins/:documentId/${action}`,
        `my-bulletins.${action}`,
        'my-bulletin.read',
        UID.bulletin
      )
    ),
    route('GET', '/notices', 'notices.find', 'notice.read'),
    route('GET', '/notices/count', 'notices.count', 'notice.read'),
    route('POST', '/notices/read', 'notices.mark', 'notice.read'),
    route('GET', '/notices/settings', 'notices.settings', 'notice.read'),
    route('PUT', '/notices/settings', 'notices.choose', 'notice.read'),
    route('GET', '/rule-sets', 'rule-sets.find', 'rule-set.read'),
    route('GET', '/rule-sets/:documentId', 'rule-sets.findOne', 'rule-set.read', UID.ruleSet),
    route('POST', '/rule-set-drafts', 'rule-sets.createDraft', 'rule-set.write'),
    route(
      'GET',
      '/rule-set-drafts/:documentId',
      'rule-sets.findDraft',
      'rule-set.write',
      UID.ruleSetDraft
    ),
    route(
      'PUT',
      '/rule-set-drafts/:documentId',
      'rule-sets.saveDraft',
      'rule-set.write',
      UID.ruleSetDraft
    ),
    route(
      'POST',
      '/rule-set-drafts/:documentId/remove',
      'rule-sets.removeDraft',
      'rule-set.write',
      UID.ruleSetDraft
    ),
    route(
      'POST',
      '/rule-set-drafts/:documentId/try',
      'rule-sets.tryDraft',
      'rule-set.write',
      UID.ruleSetDraft
    ),
    route(
      'POST',
      '/rule-set-drafts/:documentId/put-in-force',
      'rule-sets.putInForce',
      'rule-set.write',
      UID.ruleSetDraft
    ),
    route('GET', '/reviews', 'reviews.find', 'review.read'),
    route('POST', '/reviews', 'reviews.create', 'review.write'),
    route('GET', '/reviews/preview', 'reviews.preview', 'review.write'),
    route('GET', '/reviews/:documentId', 'reviews.findOne', 'review.read', UID.review),
    route('PUT', '/reviews/:documentId', 'reviews.save', 'review.write', UID.review),
    route('POST', '/reviews/:documentId/decide', 'reviews.decide', 'review.write', UID.review),
    route('POST', '/reviews/:documentId/publish', 'reviews.publish', 'review.write', UID.review),
    route('GET', '/reviews/:documentId/export', 'reviews.export', 'review.read', UID.review),
    route('GET', '/units', 'units.find', 'unit.read'),
    route('POST', '/units', 'units.create', 'unit.create'),
    route('GET', '/units/template', 'units.template', 'unit.create'),
    route('POST', '/units/import/check', 'units.checkImport', 'unit.create'),
    route('POST', '/units/import', 'units.import', 'unit.create'),
    route('GET', '/units/:documentId', 'profiles.unit', 'ledger.read', UID.unit),
    route('GET', '/units/:documentId/pieces', 'profiles.unitPieces', 'ledger.read', UID.unit),
    route('POST', '/members', 'units.join', 'unit.create'),
    route('GET', '/members/:documentId', 'profiles.person', 'ledger.read', UID.member),
    route('GET', '/members/:documentId/pieces', 'profiles.personPieces', 'ledger.read', UID.member),
    route('POST', '/members/:documentId/invitation', 'units.invite', 'unit.create', UID.member),
    route('GET', '/setup', 'setup.find', 'setup.read'),
    route('POST', '/setup/rule-set', 'setup.installRuleSet', 'setup.write'),
    route('POST', '/setup/test-mail', 'setup.testMail', 'setup.write'),
  ],
};
