/** The plugin's name: prefix of its UIDs, routes and permissions. */
export const PLUGIN = 'points';

/** The plugin's content types. */
export const UID = {
  adoption: 'plugin::points.adoption',
  adoptionImport: 'plugin::points.adoption-import',
  bonus: 'plugin::points.bonus',
  bulletin: 'plugin::points.bulletin',
  bulletinDraft: 'plugin::points.bulletin-draft',
  bulletinReceipt: 'plugin::points.bulletin-receipt',
  bulletinTemplate: 'plugin::points.bulletin-template',
  commission: 'plugin::points.commission',
  commissionLine: 'plugin::points.commission-line',
  deduction: 'plugin::points.deduction',
  historyLine: 'plugin::points.history-line',
  keptFile: 'plugin::points.kept-file',
  /** Stored under its name of before: leaders are members too. */
  member: 'plugin::points.officer',
  notice: 'plugin::points.notice',
  noticeChoice: 'plugin::points.notice-choice',
  objection: 'plugin::points.objection',
  posting: 'plugin::points.posting',
  review: 'plugin::points.review',
  reversalReason: 'plugin::points.reversal-reason',
  ruleSet: 'plugin::points.rule-set',
  ruleSetDraft: 'plugin::points.rule-set-draft',
  submission: 'plugin::points.submission',
  total: 'plugin::points.total',
  unit: 'plugin::points.unit',
  wordRule: 'plugin::points.word-rule',
} as const;

/** The custom field of every closed list: an enumeration whose values the admin shows translated. */
export const CHOICE_FIELD = 'plugin::points.choice';

export const FILE = 'plugin::upload.file';

export const FOLDER = 'plugin::upload.folder';

/** Which files rows show in their text: derived from the texts, made anew at every boot. */
export const MENTIONS = 'points_file_mentions';
