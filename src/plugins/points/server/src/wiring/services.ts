import type { Core } from '@strapi/strapi';
import { adoptionService } from '../adoptions/adoptions';
import { sealedAwardService } from '../adoptions/sealed-awards';
import { bonusService } from '../bonuses/bonuses';
import { deductionService } from '../bonuses/deductions';
import { commissionReminderService } from '../commissions/reminders';
import { noticeMailService } from '../notices/notice-mail';
import { postingNoticeService } from '../ledger/posting-notices';
import { objectionService } from '../objections/objections';
import { clock } from '../../../../../common/time/clock';
import { workflowService } from '../submissions/workflow';
import { ledgerService } from '../standings/drill-down';
import { mergeService } from '../submissions/merging';
import { reconcileService } from '../reconcile/reconcile';
import { reviewService } from '../reviews/reviews';
import { ruleSetDraftService } from '../rule-sets/drafts';
import { ruleSetTrialService } from '../rule-sets/trial';
import { reportService } from '../standings/standings';
import { bulletinDraftService } from '../bulletin-documents/bulletin-drafts';
import { bulletinFileService } from '../bulletin-documents/bulletin-files';
import { sealingService } from '../bulletins/sealing';
import { setupService } from '../setup/setup';
import { issuingService } from '../issuing/issuing';
import { verificationService } from '../verification/verification';
import { submissionViewService } from '../submissions/submission-view';

/** The factory of a service as Strapi calls it. */
const registered =
  <Service>(of: (strapi: Core.Strapi) => Service) =>
  ({ strapi }: { strapi: Core.Strapi }): Service =>
    of(strapi);

/** What other code of the application gets by `strapi.plugin('points').service(name)`. */
export default {
  clock: () => clock,
  adoptions: registered(adoptionService),
  bonuses: registered(bonusService),
  deductions: registered(deductionService),
  commissionReminders: registered(commissionReminderService),
  noticeMails: registered(noticeMailService),
  postingNotices: registered(postingNoticeService),
  objections: registered(objectionService),
  ledger: registered(ledgerService),
  workflow: registered(workflowService),
  merge: registered(mergeService),
  reconcile: registered(reconcileService),
  report: registered(reportService),
  sealedAwards: registered(sealedAwardService),
  ruleSetDrafts: registered(ruleSetDraftService),
  ruleSetTrial: registered(ruleSetTrialService),
  reviews: registered(reviewService),
  submissionView: registered(submissionViewService),
  sealing: registered(sealingService),
  setup: registered(setupService),
  issuing: registered(issuingService),
  bulletinDrafts: registered(bulletinDraftService),
  bulletinFiles: registered(bulletinFileService),
  verification: registered(verificationService),
};
