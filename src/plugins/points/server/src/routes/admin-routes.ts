import { PLUGIN } from '../constants';
import type { Action } from '../permissions/actions';

/** The type whose document a path names: `/adoptions/:documentId/withdraw` an adoption. */
const typeOf = (path: string): string | undefined => {
  const [, plural] = /^\/([\w-]+)s\/:documentId/.exec(path) ?? [];
  return plural && `plugin::${PLUGIN}.${plural}`;
};

/**
 * An admin route behind one permission of its own. Whoever is held to units finds none but their
 * own documents under it.
 */
const route = (method: 'GET' | 'POST', path: string, handler: string, action: Action) => ({
  method,
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'plugin::points.allowed', config: { action, type: typeOf(path) } },
    ],
  },
});

export default {
  type: 'admin',
  routes: [
    route('GET', '/report', 'report.find', 'report.read'),
    route('GET', '/ledger', 'ledger.find', 'ledger.read'),
    route('GET', '/entries/:uid', 'entries.findPoints', 'entry.read'),
    route('GET', '/entries/:uid/:documentId', 'entries.findOne', 'entry.read'),
    route(
      'POST',
      '/entries/:uid/:documentId/submission',
      'entries.createSubmission',
      'submission.from-entry'
    ),
    route('POST', '/adoptions', 'adoptions.create', 'adoption.record'),
    route('POST', '/adoptions/:documentId/withdraw', 'adoptions.withdraw', 'adoption.withdraw'),
    route('GET', '/submissions/:documentId', 'submissions.findOne', 'submission.read'),
    route(
      'GET',
      '/submissions/:documentId/duplicates',
      'submissions.findDuplicates',
      'submission.read'
    ),
    route('GET', '/submissions/:documentId/precheck', 'submissions.precheck', 'submission.read'),
    ...(
      [
        ['submit', 'submit', 'submission.submit'],
        ['request-signature', 'requestSignature', 'submission.submit'],
        ['sign', 'sign', 'submission.sign'],
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
        permission
      )
    ),
    route('POST', '/submissions/:documentId/entry', 'inbox.makeEntry', 'submission.make-entry'),
    route('GET', '/entry-types', 'inbox.entryTypes', 'submission.make-entry'),
    route('GET', '/inbox', 'inbox.find', 'inbox.read'),
    route('POST', '/inbox/accept', 'inbox.accept', 'submission.review'),
    route('GET', '/desk', 'inbox.desk', 'desk.read'),
    route('GET', '/reconcile', 'reconcile.find', 'reconcile.read'),
    route('GET', '/units', 'entries.findUnits', 'unit.read'),
  ],
};
