/** The plugin's name: prefix of its UIDs, routes, permissions and translations. */
export const PLUGIN_ID = 'points';

export const UID = {
  adoption: 'plugin::points.adoption',
  bonus: 'plugin::points.bonus',
  bulletinTemplate: 'plugin::points.bulletin-template',
  commission: 'plugin::points.commission',
  officer: 'plugin::points.officer',
  ruleSet: 'plugin::points.rule-set',
  submission: 'plugin::points.submission',
  unit: 'plugin::points.unit',
} as const;

/** The custom field of every closed list, as the server registers it. */
export const CHOICE_FIELD = 'plugin::points.choice';

/** The custom field of an adoption's channel, as the server registers it. */
export const CHANNEL_FIELD = 'plugin::points.channel';
/** The input of a piece's text, which its form is given. */
export const LONG_TEXT_FIELD = 'plugin::points.long-text';

/** The input of what the rules ask of an adoption, which its form is given. */
export const DETAILS_FIELD = 'plugin::points.details';

/** Admin permission actions, as the server registers them. */
export const ACTIONS = {
  readReport: 'plugin::points.report.read',
  readLedger: 'plugin::points.ledger.read',
  readEntry: 'plugin::points.entry.read',
  readUnits: 'plugin::points.unit.read',
  createSubmissionFromEntry: 'plugin::points.submission.from-entry',
  readSubmission: 'plugin::points.submission.read',
  submit: 'plugin::points.submission.submit',
  sign: 'plugin::points.submission.sign',
  review: 'plugin::points.submission.review',
  makeEntry: 'plugin::points.submission.make-entry',
  readInbox: 'plugin::points.inbox.read',
  readDesk: 'plugin::points.desk.read',
  /** The Content Manager's own, for a content type. */
  createDocument: 'plugin::content-manager.explorer.create',
  readDocument: 'plugin::content-manager.explorer.read',
  recordAdoptions: 'plugin::points.adoption.record',
  readCommissions: 'plugin::points.commission.read',
  decideCommissions: 'plugin::points.commission.decide',
  withdrawAdoption: 'plugin::points.adoption.withdraw',
  readBonuses: 'plugin::points.bonus.read',
  recordBonus: 'plugin::points.bonus.record',
  withdrawBonus: 'plugin::points.bonus.withdraw',
  readDeductions: 'plugin::points.deduction.read',
  recordDeduction: 'plugin::points.deduction.record',
  withdrawDeduction: 'plugin::points.deduction.withdraw',
  readObjections: 'plugin::points.objection.read',
  fileObjections: 'plugin::points.objection.file',
  answerObjections: 'plugin::points.objection.answer',
  /** The media library's own. */
  uploadFiles: 'plugin::upload.assets.create',
  updateFiles: 'plugin::upload.assets.update',
  readBulletins: 'plugin::points.bulletin.read',
  decideAwards: 'plugin::points.award.decide',
  editBulletins: 'plugin::points.bulletin.edit',
  sealMonths: 'plugin::points.bulletin.seal',
  issueBulletin: 'plugin::points.bulletin.issue',
  readNotices: 'plugin::points.notice.read',
  readMyBulletins: 'plugin::points.my-bulletin.read',
  verifyLedger: 'plugin::points.verify.read',
  readRuleSets: 'plugin::points.rule-set.read',
  writeRuleSets: 'plugin::points.rule-set.write',
  readReviews: 'plugin::points.review.read',
  writeReviews: 'plugin::points.review.write',
  readSetup: 'plugin::points.setup.read',
  writeSetup: 'plugin::points.setup.write',
  createUnits: 'plugin::points.unit.create',
} as const;

/** Where a month is looked at as a whole. */
export const OVERVIEW_PATH = `plugins/${PLUGIN_ID}-overview`;

/** Where units' and people's own pages are mounted, each under its documentId, and postings are listed. */
export const UNITS_PATH = `plugins/${PLUGIN_ID}/units`;
export const PEOPLE_PATH = `plugins/${PLUGIN_ID}/people`;
export const LEDGER_PATH = `plugins/${PLUGIN_ID}/ledger`;

/** Where the report page is mounted, below the admin's base path. */
export const REPORT_PATH = `plugins/${PLUGIN_ID}`;

/** Where the office's inbox and the units' desks are mounted. */
export const INBOX_PATH = `plugins/${PLUGIN_ID}-inbox`;
export const DESK_PATH = `plugins/${PLUGIN_ID}-desk`;

/** Where adoptions are recorded. */
export const ADOPTIONS_PATH = `plugins/${PLUGIN_ID}-adoptions`;
/** Where commissions are followed and decided on. */
export const COMMISSIONS_PATH = `plugins/${PLUGIN_ID}-commissions`;

/** Where months are sealed. */
export const BULLETINS_PATH = `plugins/${PLUGIN_ID}-bulletins`;

/** Where those who are told of bulletins read them. */
export const MY_BULLETINS_PATH = `plugins/${PLUGIN_ID}-my-bulletins`;

/** Where people read what they were told of. */
export const NOTICES_PATH = `plugins/${PLUGIN_ID}-notices`;

/** Where half years are reviewed and awards are proposed. */
export const REVIEWS_PATH = `plugins/${PLUGIN_ID}-reviews`;

/** Where the bureau is set up. */
export const SETUP_PATH = `plugins/${PLUGIN_ID}-setup`;
/** Where the rules are read and written. */
export const RULE_SETS_PATH = `plugins/${PLUGIN_ID}-rule-sets`;

/** Where bonuses and deductions are listed and recorded. */
export const BONUSES_PATH = `plugins/${PLUGIN_ID}-bonuses`;

/** Where objections are listed and answered. */
export const OBJECTIONS_PATH = `plugins/${PLUGIN_ID}-objections`;
