import adoptions from '../adoptions/adoptions-controller';
import adoptionImports from '../adoptions/import-controller';
import recording from '../adoptions/recording-controller';
import sealedAwards from '../adoptions/sealed-awards-controller';
import bonuses from '../bonuses/bonuses-controller';
import deductions from '../bonuses/deductions-controller';
import bulletinDocuments from '../bulletin-documents/bulletin-documents-controller';
import bulletins from '../bulletins/bulletins-controller';
import commissions from '../commissions/commissions-controller';
import desk from '../desk/desk-controller';
import downloads from '../downloads/downloads-controller';
import entries from '../entries/entries-controller';
import issuing from '../issuing/issuing-controller';
import myBulletins from '../issuing/my-bulletins-controller';
import inbox from '../inbox/inbox-controller';
import notices from '../notices/notices-controller';
import objections from '../objections/objections-controller';
import reconcile from '../reconcile/reconcile-controller';
import reviews from '../reviews/reviews-controller';
import ruleSets from '../rule-sets/rule-sets-controller';
import ledger from '../standings/drill-down-controller';
import profiles from '../standings/profiles-controller';
import overview from '../standings/overview-controller';
import setup from '../setup/setup-controller';
import report from '../standings/standings-controller';
import makeEntry from '../submissions/make-entry-controller';
import submissions from '../submissions/submissions-controller';
import units from '../units/units-controller';
import verification from '../verification/verification-controller';
import contentApi from './content-api-controllers';

export default {
  ...contentApi,
  'adoption-imports': adoptionImports,
  adoptions,
  bonuses,
  deductions,
  'bulletin-documents': bulletinDocuments,
  bulletins,
  commissions,
  desk,
  downloads,
  entries,
  inbox,
  issuing,
  'my-bulletins': myBulletins,
  ledger,
  'make-entry': makeEntry,
  notices,
  objections,
  overview,
  profiles,
  reconcile,
  recording,
  report,
  'sealed-awards': sealedAwards,
  reviews,
  setup,
  'rule-sets': ruleSets,
  submissions,
  units,
  verification,
};
