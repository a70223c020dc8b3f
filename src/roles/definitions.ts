/** One permission of an admin role, as Strapi keeps it. */
export interface Permission {
  action: string;
  subject?: string;
  properties?: { fields: readonly string[] };
}

export type RoleCode = 'office' | 'editor' | 'officer' | 'leader';

export interface RoleDefinition {
  name: string;
  description: string;
  permissions: readonly Permission[];
}

type Verb = 'create' | 'read' | 'update' | 'delete' | 'publish';

const ARTICLE = 'api::article.article';

/** Fields that a writer fills in; placement is the editor's, the publication date nobody's. */
const CONTENT = [
  ...['title', 'slug', 'column', 'summary', 'body', 'cover', 'pictures', 'video', 'videoUrl'],
  ...['source', 'submission'],
] as const;
const EDITED = [...CONTENT, 'placement'] as const;
const SEEN = [...EDITED, 'publicationDate'] as const;

const SUBMISSION_SENT = [
  ...['title', 'category', 'units', 'officers', 'text', 'attachments', 'signer', 'eventDate'],
] as const;
const SUBMISSION_SEEN = [...SUBMISSION_SENT, 'receivedAt', 'state', 'stateSince'] as const;

/** All fields of the types that the office keeps. */
const KEPT = {
  unit: ['code', 'name', 'kind', 'activeFrom', 'activeTo', 'successor', 'signOff'],
  officer: ['name', 'unit', 'account', 'activeFrom', 'activeTo'],
  submission: [...SUBMISSION_SEEN, 'remark'],
  adoption: [
    ...['submission', 'channel', 'adoptedOn', 'organ', 'reference', 'evidence'],
    ...['adoptedAt', 'entryUid', 'entryDocumentId', 'withdrawnAt', 'withdrawnReason'],
  ],
  'rule-set': ['name', 'effectiveFrom', 'effectiveTo', 'channels', 'policies'],
  'word-rule': ['word', 'kind', 'suggestion', 'severity'],
} as const;

const on = (subject: string, verbs: readonly Verb[], fields: readonly string[]): Permission[] =>
  verbs.map((verb) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject,
    // Publishing and deleting concern the whole entry.
    ...(verb === 'publish' || verb === 'delete' ? {} : { properties: { fields } }),
  }));

const points = (...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::points.${name}` }));

const library = (...names: string[]): Permission[] =>
  names.map((name) => ({ action: `plugin::upload.${name}` }));

/** Names in the pickers of a form. */
const NAMES: Permission[] = [
  ...on('plugin::points.unit', ['read'], ['code', 'name', 'kind']),
  ...on('plugin::points.officer', ['read'], ['name', 'unit']),
];

const PICTURES = library('read', 'assets.create', 'assets.update', 'assets.download');

/** What each of the bureau's people may do in the admin panel: no more than the day needs. */
export const ROLES: Readonly<Record<RoleCode, RoleDefinition>> = {
  office: {
    name: '局办公室',
    description: 'Reviews submissions, records adoptions, keeps units and rule sets',
    permissions: [
      ...points('report.read', 'ledger.read', 'entry.read', 'unit.read', 'reconcile.read'),
      ...points('submission.from-entry', 'adoption.record', 'adoption.withdraw'),
      ...points('submission.read', 'submission.review', 'submission.merge'),
      ...Object.entries(KEPT).flatMap(([type, fields]) =>
        on(`plugin::points.${type}`, ['create', 'read', 'update', 'delete'], fields)
      ),
      ...on(ARTICLE, ['read', 'publish'], SEEN),
      ...PICTURES,
    ],
  },
  editor: {
    name: '网站编辑',
    description: 'Edits every article, chooses its placement and publishes',
    permissions: [
      ...points('report.read', 'entry.read', 'unit.read', 'submission.from-entry'),
      ...points('submission.read'),
      ...on(ARTICLE, ['read'], SEEN),
      ...on(ARTICLE, ['create', 'update', 'delete', 'publish'], EDITED),
      ...on('plugin::points.submission', ['create'], SUBMISSION_SENT),
      ...on('plugin::points.submission', ['read'], SUBMISSION_SEEN),
      ...NAMES,
      ...PICTURES,
    ],
  },
  officer: {
    name: '信息员',
    description: 'Drafts articles and submissions and follows what becomes of them',
    permissions: [
      ...points('report.read', 'entry.read', 'unit.read'),
      ...points('submission.read', 'submission.submit', 'submission.withdraw'),
      ...on(ARTICLE, ['read'], SEEN),
      ...on(ARTICLE, ['create', 'update'], CONTENT),
      ...on('plugin::points.submission', ['create', 'update'], SUBMISSION_SENT),
      ...on('plugin::points.submission', ['read'], SUBMISSION_SEEN),
      ...NAMES,
      ...library('read', 'assets.create'),
    ],
  },
  leader: {
    name: '分管领导',
    description: "Reads what the unit sends in and the unit's standing",
    permissions: [
      ...points('report.read', 'entry.read', 'unit.read'),
      ...points('submission.read', 'submission.sign', 'submission.withdraw'),
      ...on(ARTICLE, ['read'], SEEN),
      ...on('plugin::points.submission', ['read'], SUBMISSION_SEEN),
      ...NAMES,
    ],
  },
};
