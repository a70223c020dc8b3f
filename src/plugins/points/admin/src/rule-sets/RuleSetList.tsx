import { Layouts, Page } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  RuleSetDraftSummary,
  RuleSetsResponse,
  RuleSetSummary,
} from '../../../shared/contracts';
import { ACTIONS } from '../constants';
import { Card } from '../shared/Card';
import { ListTable } from '../shared/ListTable';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { useGetRuleSetsQuery } from './rule-sets-api';
import { BeginDraft } from './BeginDraft';
import { SpanOfDays } from './SpanOfDays';

interface RuleSetListProps {
  onOpenRuleSet: (documentId: string) => void;
  onOpenDraft: (documentId: string) => void;
}

/** All versions of the rules, and those that are being written. */
export const RuleSetList = (props: RuleSetListProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetRuleSetsQuery(null, { refetchOnMountOrArgChange: true });
  const title = formatMessage({ id: trId('rule-set.title'), defaultMessage: 'Rule sets' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('rule-set.subtitle'),
          defaultMessage: 'What each adoption gives. One version is in force on any day',
        })}
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('rule-set.error'),
            defaultMessage: 'The rule sets could not be read.',
          })}
          loading={formatMessage({
            id: trId('rule-set.loading'),
            defaultMessage: 'Reading the rule sets',
          })}
          onRetry={refetch}
        >
          {(found) => <Found found={found} {...props} />}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Names those that somebody wrote over past the application. */
const Unreadable = ({ ruleSets }: { ruleSets: RuleSetsResponse['meta']['unreadable'] }) => {
  const { formatMessage } = useIntl();
  if (ruleSets.length === 0) return null;
  return (
    <Notice variant="danger">
      {formatMessage(
        {
          id: trId('rule-set.unreadable'),
          defaultMessage:
            'Somebody changed these in the database, and they cannot be read: {names}. Until they are restored from a backup nothing can be scored.',
        },
        { names: ruleSets.map(({ name }) => name).join('; ') }
      )}
    </Notice>
  );
};

const Found = ({
  found: { data: ruleSets, meta },
  onOpenDraft,
  onOpenRuleSet,
}: RuleSetListProps & { found: RuleSetsResponse }) => {
  const { formatMessage } = useIntl();
  const canWrite = useAllowed(ACTIONS.writeRuleSets);
  const inForce = ruleSets.find(({ state }) => state === 'in-force') ?? ruleSets[0];
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Card title={formatMessage({ id: trId('rule-set.versions'), defaultMessage: 'Versions' })}>
        <Unreadable ruleSets={meta.unreadable} />
        <RuleSetTable ruleSets={ruleSets} onOpen={onOpenRuleSet} />
      </Card>
      {canWrite ? (
        <Card title={formatMessage({ id: trId('rule-set.drafts'), defaultMessage: 'Drafts' })}>
          <Typography textColor="neutral600">
            {formatMessage({
              id: trId('rule-set.drafts-hint'),
              defaultMessage:
                'A draft scores nothing. Write it, try it on the last twelve months, then put it in force.',
            })}
          </Typography>
          <DraftTable drafts={meta.drafts} onOpen={onOpenDraft} />
          <BeginDraft ruleSet={inForce?.documentId ?? null} onBegun={onOpenDraft} />
        </Card>
      ) : null}
    </Flex>
  );
};

interface RuleSetTableProps {
  ruleSets: readonly RuleSetSummary[];
  onOpen: (documentId: string) => void;
}

const RuleSetTable = ({ onOpen, ruleSets }: RuleSetTableProps) => {
  const { formatMessage } = useIntl();
  if (ruleSets.length === 0) {
    return (
      <Typography textColor="neutral600">
        {formatMessage({
          id: trId('rule-set.none'),
          defaultMessage: 'No rule set is in force: nothing can be adopted yet.',
        })}
      </Typography>
    );
  }
  return (
    <ListTable
      caption={formatMessage({ id: trId('rule-set.versions'), defaultMessage: 'Versions' })}
      headings={[
        formatMessage({ id: trId('rule-set.name'), defaultMessage: 'Name' }),
        formatMessage({ id: trId('rule-set.days'), defaultMessage: 'In force' }),
        formatMessage({ id: trId('rule-set.state'), defaultMessage: 'State' }),
      ]}
    >
      {ruleSets.map(({ documentId, name, state, ...days }) => (
        <tr key={documentId}>
          <th scope="row">
            <Button variant="ghost" size="S" onClick={() => onOpen(documentId)}>
              {name}
            </Button>
          </th>
          <td>
            <SpanOfDays {...days} />
          </td>
          <td>{formatMessage({ id: trId(`rule-set.state.${state}`), defaultMessage: state })}</td>
        </tr>
      ))}
    </ListTable>
  );
};

interface DraftTableProps {
  drafts: readonly RuleSetDraftSummary[];
  onOpen: (documentId: string) => void;
}

const DraftTable = ({ drafts, onOpen }: DraftTableProps) => {
  const { formatDate, formatMessage } = useIntl();
  if (drafts.length === 0) return null;
  return (
    <ListTable
      caption={formatMessage({ id: trId('rule-set.drafts'), defaultMessage: 'Drafts' })}
      headings={[
        formatMessage({ id: trId('rule-set.name'), defaultMessage: 'Name' }),
        formatMessage({ id: trId('rule-set.saved-at'), defaultMessage: 'Saved' }),
        formatMessage({ id: trId('rule-set.saved-by'), defaultMessage: 'By' }),
      ]}
    >
      {drafts.map(({ documentId, name, savedAt, savedBy }) => (
        <tr key={documentId}>
          <th scope="row">
            <Button variant="ghost" size="S" onClick={() => onOpen(documentId)}>
              {name}
            </Button>
          </th>
          <td>{formatDate(savedAt, { dateStyle: 'medium', timeStyle: 'short' })}</td>
          <td>{savedBy}</td>
        </tr>
      ))}
    </ListTable>
  );
};
