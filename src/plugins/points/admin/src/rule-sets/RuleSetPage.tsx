import { Layouts, Page } from '@strapi/strapi/admin';
import { Button, Flex } from '@strapi/design-system';
import { ArrowLeft, Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { BeginDraft } from './BeginDraft';
import { ContentForm } from './ContentForm';
import { LoadedRuleSet } from './LoadedRuleSet';
import { exportOf, formContentOf } from './rule-set-form';
import { useGetRuleSetQuery } from './rule-sets-api';
import { saveJson } from './save-json';
import { SpanOfDays } from './SpanOfDays';

interface RuleSetPageProps {
  documentId: string;
  onLeave: () => void;
  onOpenDraft: (documentId: string) => void;
}

/** A version of the rules, to be read. */
export const RuleSetPage = ({ documentId, onLeave, onOpenDraft }: RuleSetPageProps) => {
  const { formatMessage } = useIntl();
  const canWrite = useAllowed(ACTIONS.writeRuleSets);
  const { data, error, refetch } = useGetRuleSetQuery(documentId);
  return (
    <LoadedRuleSet data={data} error={error} onRetry={refetch}>
      {({ content, effectiveFrom, effectiveTo, name, state }) => (
        <>
          <Page.Title>{name}</Page.Title>
          <Layouts.Header
            title={name}
            subtitle={
              <>
                {formatMessage({ id: trId(`rule-set.state.${state}`), defaultMessage: state })}
                {' · '}
                <SpanOfDays effectiveFrom={effectiveFrom} effectiveTo={effectiveTo} />
              </>
            }
            navigationAction={
              <Button variant="ghost" startIcon={<ArrowLeft />} onClick={onLeave}>
                {formatMessage({ id: trId('rule-set.back'), defaultMessage: 'All rule sets' })}
              </Button>
            }
            primaryAction={
              <Button
                variant="secondary"
                startIcon={<Download />}
                onClick={() => saveJson(name, exportOf(name, content))}
              >
                {formatMessage({ id: trId('rule-set.export'), defaultMessage: 'Export' })}
              </Button>
            }
          />
          <Layouts.Content>
            <Flex direction="column" alignItems="stretch" gap={6}>
              {canWrite ? <BeginDraft ruleSet={documentId} onBegun={onOpenDraft} /> : null}
              <ContentForm
                disabled
                content={formContentOf(content)}
                problemAt={() => undefined}
                onChange={() => undefined}
              />
            </Flex>
          </Layouts.Content>
        </>
      )}
    </LoadedRuleSet>
  );
};
