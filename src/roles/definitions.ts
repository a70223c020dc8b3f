import type { Core } from '@strapi/strapi';
import { ofOwnUnit, on, type Permission, type RoleCode } from './permissions';
import { sitePermissions } from './site-content';

export interface RoleDefinition {
  name: string;
  description: string;
  permissions: readonly Permission[];
}

/** Strapi's own: whoever made the row. */
const CREATOR = 'admin::is-creator';

const SUBMISSION = 'plugin::points.submission';
const SUBMISSION_SENT = [
  ...['title', 'category', 'units', 'officers', 'text', 'attachments', 'signer', 'eventDate'],
] as const;
const SUBMISSION_SEEN = [...SUBMISSION_SENT, 'receivedAt', 'state', 'stateSince'] as const;

const COMMISSION = 'plugin::points.commission';
const COMMISSION_ASKED = [
  ...['title', 'text', 'kind', 'units', 'dueOn', 'closed', 'attachments'],
] as const;
/** What answers it is said by the submission, so that here it can only be read. */
const COMMISSION_SEEN = [...COMMISSION_ASKED, 'submissions'] as const;

/** All fields of the types that the office keeps. */
const KEPT = {
  unit: [
    ...['code', 'name', 'kind', 'activeFrom', 'activeTo', 'successor', 'signOff'],
    ...['headName', 'headMail', 'headMember'],
  ],
  officer: ['name', 'unit', 'post', 'account', 'activeFrom', 'activeTo'],
  submission: [...SUBMISSION_SEEN, 'commission', 'remark'],
  adoption: [
    'title',
    ...['submission', 'channel', 'adoptedOn', 'organ', 'reference', 'words', 'details', 'evidence'],
    ...['adoptedAt', 'entryUid', 'entryDocumentId', 'withdrawnAt', 'withdrawnReason'],
    ...['takenDownAt', 'takenDownReason', 'confirmedAt'],
  ],
  'rule-set': ['name', 'effectiveFrom', 'effectiveTo', 'channels', 'policies'],
  'bulletin-template': [
    ...['kind', 'title', 'addressees', 'opening', 'praise', 'zeroReports', 'criticism'],
    ...['problems', 'requirements', 'closing', 'signature', 'praisedCount', 'namesZeroReports'],
  ],
  'word-rule': ['word', 'kind', 'suggestion', 'severity', 'exceptions'],
} as const;

const points = (...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::points.${name}` }));

const mail = (...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::mail.${name}` }));

const library = (...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::upload.${name}` }));

/** Names in the pickers of a form. */
const NAMES: Permission[] = [
  ...on('plugin::points.unit', ['read'], ['code', 'name', 'kind']),
  ...on('plugin::points.officer', ['read'], ['name', 'unit']),
];

const PICTURES = library('read', 'assets.create', 'assets.update', 'assets.download');

const READ_OWN: Permission[] = ofOwnUnit([
  ...on(SUBMISSION, ['read'], [...SUBMISSION_SEEN, 'commission']),
  ...on(COMMISSION, ['read'], COMMISSION_SEEN),
  ...points(
    'entry.read',
    'ledger.read',
    'bonus.read',
    'deduction.read',
    'objection.read',
    'submission.read'
  ),
  ...points('commission.read'),
  ...library('read'),
]);

const CHANGE_OWN: Permission[] = ofOwnUnit([
  ...on(SUBMISSION, ['update'], [...SUBMISSION_SENT, 'commission']),
  ...points('submission.withdraw', 'objection.file'),
]);

/** What each of the bureau's people may do in the admin panel, apart from the site's content. */
const ROLES: Readonly<Record<RoleCode, RoleDefinition>> = {
  office: {
    name: '局办公室',
    description:
      '接收和审核报送信息，约稿，登记录用和加分，维护单位、信息员和计分标准，查看积分排名。',
    permissions: [
      ...points('report.read', 'ledger.read', 'entry.read', 'unit.read', 'reconcile.read'),
      ...points('setup.read', 'setup.write', 'unit.create', 'notice.read'),
      ...points('verify.read', 'bulletin.read', 'bulletin.edit', 'bulletin.seal'),
      ...points('bulletin.issue', 'review.read', 'review.write'),
      ...points('rule-set.read', 'rule-set.write'),
      ...points('commission.read', 'commission.decide'),
      ...points('submission.from-entry', 'adoption.record', 'adoption.withdraw'),
      ...points('award.decide', 'bonus.read', 'bonus.record', 'bonus.withdraw'),
      ...points('deduction.read', 'deduction.record', 'deduction.withdraw'),
      ...points('objection.read', 'objection.answer'),
      ...points('submission.read', 'submission.review', 'submission.merge'),
      ...points('inbox.read', 'submission.make-entry'),
      ...mail('message.read', 'message.send-again', 'message.cancel'),
      ...Object.entries(KEPT).flatMap(([type, fields]) =>
        on(`plugin::points.${type}`, ['create', 'read', 'update', 'delete'], fields)
      ),
      ...on(COMMISSION, ['create', 'update', 'delete'], COMMISSION_ASKED),
      ...on(COMMISSION, ['read'], COMMISSION_SEEN),
      { action: 'api::publication-date.correct' },
      ...PICTURES,
    ],
  },
  editor: {
    name: '网站编辑',
    description: '编辑网站的全部条目，选择“用于”并发布。',
    permissions: [
      ...points('report.read', 'entry.read', 'unit.read', 'submission.from-entry', 'notice.read'),
      ...points('submission.read', 'submission.make-entry'),
      ...on(SUBMISSION, ['create'], SUBMISSION_SENT),
      ...on(SUBMISSION, ['read'], SUBMISSION_SEEN),
      ...NAMES,
      ...PICTURES,
    ],
  },
  officer: {
    name: '信息员',
    description:
      '起草和修改本单位的条目与报送信息，了解其处理情况和本单位积分；看不到其他单位的稿件。',
    permissions: [
      ...points('report.read', 'unit.read', 'review.read', 'rule-set.read', 'notice.read'),
      ...READ_OWN,
      ...on(SUBMISSION, ['create'], [...SUBMISSION_SENT, 'commission']),
      ...CHANGE_OWN,
      ...ofOwnUnit(points('submission.from-entry', 'submission.submit', 'desk.read')),
      ...ofOwnUnit(points('my-bulletin.read')),
      ...NAMES,
      ...library('assets.create'),
      // A file in a joint entry is not each unit's to replace.
      ...library('assets.update').map((each) => ({ ...each, conditions: [CREATOR] })),
    ],
  },
  leader: {
    name: '分管领导',
    description: '审阅和修改本单位的稿件与报送信息，查看本单位积分；看不到其他单位的稿件。',
    permissions: [
      ...points('report.read', 'unit.read', 'review.read', 'rule-set.read', 'notice.read'),
      ...READ_OWN,
      ...CHANGE_OWN,
      ...ofOwnUnit(points('submission.sign', 'desk.read', 'my-bulletin.read')),
      ...NAMES,
    ],
  },
};

/**
 * What each of the bureau's people may do in the admin panel: no more than the day needs. Every
 * content type of the site is covered, also one that is added later.
 */
export const rolesOf = (strapi: Core.Strapi): Record<RoleCode, RoleDefinition> => {
  const withSite = (code: RoleCode): RoleDefinition => ({
    ...ROLES[code],
    permissions: [...ROLES[code].permissions, ...sitePermissions(strapi, code)],
  });
  return {
    office: withSite('office'),
    editor: withSite('editor'),
    officer: withSite('officer'),
    leader: withSite('leader'),
  };
};
