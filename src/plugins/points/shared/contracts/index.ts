export {
  ACTIONS as SUBMISSION_ACTIONS,
  REASONS,
  STATES,
  type Action as SubmissionAction,
  type Reason,
  type State,
} from '../../domain/submission-workflow';
export { FUNNEL_STEPS, type FunnelStep } from '../../domain/overview';
export { STAGES, stageOf, type Stage } from '../../domain/adoption-chain';
export * from '../../domain/vocabulary';
export * from './commissions';
export * from './confirmation';
export * from './contributors';
export * from './desk';
export * from './inbox';
export * from './issuing';
export type * from './adoptions';
export type * from './bonuses';
export type * from './bulletin-documents';
export type * from './bulletins';
export type * from './deductions';
export type * from './entries';
export * from './ledger';
export * from './notices';
export * from './objections';
export type * from './reconcile';
export * from './report';
export * from './sealed-awards';
export type * from './rule-sets';
export * from './reviews';
export * from './setup';
export type * from './overview';
export type * from './profiles';
export type * from './common';
export type * from './submissions';
