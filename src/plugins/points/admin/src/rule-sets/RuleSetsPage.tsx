import { useQueryParams } from '@strapi/strapi/admin';
import { DraftPage } from './DraftPage';
import { RuleSetList } from './RuleSetList';
import { RuleSetPage } from './RuleSetPage';

interface Address {
  ruleSet?: unknown;
  draft?: unknown;
}

const named = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Rule sets (计分标准): all versions, the one that the address names, or the draft that it names. */
export const RuleSetsPage = () => {
  const [{ query }, setQuery] = useQueryParams<Address>();
  const draft = named(query.draft);
  const ruleSet = named(query.ruleSet);
  const leave = () => setQuery({ draft: '', ruleSet: '' }, 'remove');
  const open = {
    onOpenDraft: (documentId: string) => setQuery({ draft: documentId }),
    onOpenRuleSet: (documentId: string) => setQuery({ ruleSet: documentId }),
  };
  if (draft !== null) {
    return <DraftPage documentId={draft} onLeave={leave} onOpenRuleSet={open.onOpenRuleSet} />;
  }
  if (ruleSet !== null) {
    return <RuleSetPage documentId={ruleSet} onLeave={leave} onOpenDraft={open.onOpenDraft} />;
  }
  return <RuleSetList {...open} />;
};
