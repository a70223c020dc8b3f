import adoption from './adoption/schema.json';
import adoptionImport from './adoption-import/schema.json';
import bonus from './bonus/schema.json';
import bulletin from './bulletin/schema.json';
import bulletinDraft from './bulletin-draft/schema.json';
import bulletinReceipt from './bulletin-receipt/schema.json';
import bulletinTemplate from './bulletin-template/schema.json';
import commission from './commission/schema.json';
import commissionLine from './commission-line/schema.json';
import deduction from './deduction/schema.json';
import historyLine from './history-line/schema.json';
import keptFile from './kept-file/schema.json';
import notice from './notice/schema.json';
import noticeChoice from './notice-choice/schema.json';
import objection from './objection/schema.json';
import officer from './officer/schema.json';
import posting from './posting/schema.json';
import review from './review/schema.json';
import reversalReason from './reversal-reason/schema.json';
import ruleSet from './rule-set/schema.json';
import ruleSetDraft from './rule-set-draft/schema.json';
import submission from './submission/schema.json';
import total from './total/schema.json';
import unit from './unit/schema.json';
import wordRule from './word-rule/schema.json';

export default {
  adoption: { schema: adoption },
  'adoption-import': { schema: adoptionImport },
  bonus: { schema: bonus },
  bulletin: { schema: bulletin },
  'bulletin-draft': { schema: bulletinDraft },
  'bulletin-receipt': { schema: bulletinReceipt },
  'bulletin-template': { schema: bulletinTemplate },
  commission: { schema: commission },
  'commission-line': { schema: commissionLine },
  deduction: { schema: deduction },
  'history-line': { schema: historyLine },
  'kept-file': { schema: keptFile },
  notice: { schema: notice },
  'notice-choice': { schema: noticeChoice },
  objection: { schema: objection },
  officer: { schema: officer },
  posting: { schema: posting },
  review: { schema: review },
  'reversal-reason': { schema: reversalReason },
  'rule-set': { schema: ruleSet },
  'rule-set-draft': { schema: ruleSetDraft },
  submission: { schema: submission },
  total: { schema: total },
  unit: { schema: unit },
  'word-rule': { schema: wordRule },
};
