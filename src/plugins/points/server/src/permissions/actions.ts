import { PLUGIN } from '../constants';

/** What a role can be allowed on the plugin's own routes; the Content Manager has its own actions for the types. */
export const ACTIONS = [
  { uid: 'report.read', displayName: 'Read the standings (查看积分排名)' },
  { uid: 'ledger.read', displayName: 'Read the ledger (查看计分记录)' },
  { uid: 'entry.read', displayName: "Read an entry's points (查看条目积分)" },
  {
    uid: 'submission.from-entry',
    displayName: 'Make a submission from an entry (由条目建立报送信息)',
  },
  { uid: 'submission.read', displayName: 'Follow a submission (查看报送信息的办理情况)' },
  { uid: 'submission.submit', displayName: 'Send submissions in (报送)' },
  { uid: 'submission.withdraw', displayName: 'Take submissions back (撤回报送)' },
  { uid: 'submission.sign', displayName: 'Sign submissions off (签发)' },
  { uid: 'submission.review', displayName: 'Review submissions (审核报送信息)' },
  { uid: 'submission.merge', displayName: 'Merge submissions (合并报送信息)' },
  { uid: 'submission.make-entry', displayName: 'Make entries of submissions (由报送信息建立条目)' },
  { uid: 'inbox.read', displayName: "Read the office's inbox (查看收件箱)" },
  { uid: 'desk.read', displayName: 'Have a desk (使用工作台)' },
  { uid: 'commission.read', displayName: 'Read commissions and outcomes (查看约稿及完成情况)' },
  { uid: 'commission.decide', displayName: 'Extend, close and adopt commissions (处理约稿)' },
  { uid: 'adoption.record', displayName: 'Record adoptions (登记录用)' },
  { uid: 'adoption.withdraw', displayName: 'Withdraw adoptions (撤回录用)' },
  {
    uid: 'award.decide',
    displayName: 'Decide on awards of sealed months (处理已封存月份的得分变动)',
  },
  { uid: 'bonus.read', displayName: 'Read bonuses (查看加分)' },
  { uid: 'bonus.record', displayName: 'Record bonuses (登记加分)' },
  { uid: 'bonus.withdraw', displayName: 'Withdraw bonuses (撤回加分)' },
  { uid: 'deduction.read', displayName: 'Read deductions (查看扣分)' },
  { uid: 'deduction.record', displayName: 'Record deductions (登记扣分)' },
  { uid: 'deduction.withdraw', displayName: 'Withdraw deductions (撤回扣分)' },
  { uid: 'objection.read', displayName: 'Read objections (查看异议)' },
  { uid: 'objection.file', displayName: 'File objections (提出异议)' },
  { uid: 'objection.answer', displayName: 'Answer objections (答复异议)' },
  { uid: 'reconcile.read', displayName: 'Reconcile the ledger (核对账目)' },
  { uid: 'verify.read', displayName: 'Verify the ledger (验证账目是否被改动)' },
  { uid: 'bulletin.read', displayName: 'Read bulletins (查看通报)' },
  { uid: 'bulletin.edit', displayName: 'Edit the words of bulletins (编辑通报文字)' },
  { uid: 'bulletin.seal', displayName: 'Seal months (封存月份)' },
  { uid: 'bulletin.issue', displayName: 'Issue bulletins (印发通报)' },
  { uid: 'my-bulletin.read', displayName: 'Read bulletins issued to oneself (阅知通报)' },
  { uid: 'notice.read', displayName: 'Read notices for oneself (查看本人消息)' },
  { uid: 'review.read', displayName: 'Read reviews (查看总结点评)' },
  {
    uid: 'review.write',
    displayName: 'Write reviews and award proposals (撰写总结点评和评优建议)',
  },
  { uid: 'rule-set.read', displayName: 'Read rule sets (查看计分标准)' },
  { uid: 'rule-set.write', displayName: 'Write rule sets and put them in force (制定计分标准)' },
  { uid: 'unit.read', displayName: 'Read the list of units (查看单位名单)' },
  { uid: 'unit.create', displayName: 'Make units with their accounts (新建单位并邀请人员)' },
  { uid: 'setup.read', displayName: 'Read the checklist of setting up (查看建局清单)' },
  { uid: 'setup.write', displayName: 'Set the bureau up (办理建局事项)' },
] as const;

export type Action = (typeof ACTIONS)[number]['uid'];

/** The full name of an action, as roles keep it. */
export const actionId = (action: Action): string => `plugin::${PLUGIN}.${action}`;
