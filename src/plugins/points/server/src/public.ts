/**
 * What the rest of the application may use of the plugin: its one door. A lint rule holds the site,
 * the commands, the seeds and other plugins to it.
 */
export { RULE_SET_JSON_SCHEMA } from '../../domain/rule-set-content';
export {
  type Category,
  type Channel,
  channelOf,
  CHANNELS,
  type CommissionKind,
  MANUAL_CHANNELS,
  type ManualChannel,
  type Placement,
  PLACEMENTS,
  type UnitKind,
} from '../../domain/vocabulary';
export { entryService } from './adoptions/site-adoptions';
export { ask } from './confirmation';
export { UID } from './constants';
export { hasPlacement } from './content-types/opt-in';
export { asApplication, asRequester, isScopedRequest } from './isolation/requester';
export { isVisible, requireVisible } from './isolation/visible';
export { guardAppended } from './ledger/append-only-guard';
export { withLedgerLock } from './ledger-lock';
export { setupRegistry, type SetupFinding } from './setup/registry';
export type { SetupService } from './setup/setup';
export {
  type AnswerObjectionBody,
  type BonusResponse,
  type FileObjectionBody,
  type LedgerResponse,
  type ObjectionResponse,
  type ReconcileResponse,
  type VerifyResponse,
  type RecordAdoptionBody,
  type RecordBonusBody,
  type SubmissionDetail,
  type WithdrawAdoptionBody,
  type WithdrawBonusBody,
} from '../../shared/contracts';
