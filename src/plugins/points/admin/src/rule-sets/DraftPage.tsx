import { useState } from 'react';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, TextInput } from '@strapi/design-system';
import { ArrowLeft, Download } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type { RuleSetDraftResponse } from '../../../shared/contracts';
import { Card } from '../shared/Card';
import { ErrorNotice } from '../shared/ErrorNotice';
import { LabelledField } from '../shared/LabelledField';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { Changes } from './Changes';
import { ContentForm } from './ContentForm';
import { LoadedRuleSet } from './LoadedRuleSet';
import { PutInForce } from './PutInForce';
import { RemoveDraft } from './RemoveDraft';
import { exportOf, formContentOf, type FormContent } from './rule-set-form';
import { useGetRuleSetDraftQuery, useSaveRuleSetDraftMutation } from './rule-sets-api';
import { saveJson } from './save-json';
import { Trial } from './Trial';

type Draft = RuleSetDraftResponse['data'];

interface DraftPageProps {
  documentId: string;
  onLeave: () => void;
  onOpenRuleSet: (documentId: string) => void;
}

/** A rule set that is being written: its form, what it changes, the trial, and putting it in force. */
export const DraftPage = ({ documentId, ...props }: DraftPageProps) => {
  const { data, error, refetch } = useGetRuleSetDraftQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <LoadedRuleSet data={data} error={error} onRetry={refetch}>
      {(draft) => <OneDraft key={draft.documentId} draft={draft} {...props} />}
    </LoadedRuleSet>
  );
};

/** What is on the screen and was saved last: a save that others make meanwhile does not take its place. */
interface Working {
  name: string;
  content: FormContent;
}

const workingOf = ({ content, name }: Draft): Working => ({
  name,
  content: formContentOf(content),
});

const OneDraft = ({
  draft,
  onLeave,
  onOpenRuleSet,
}: { draft: Draft } & Omit<DraftPageProps, 'documentId'>) => {
  const { formatMessage } = useIntl();
  const [saved, setSaved] = useState(draft);
  const [working, setWorking] = useState(() => workingOf(draft));
  const [base, setBase] = useState(working);
  const isChanged = working !== base;
  const problems = new Map(saved.problems.map(({ message, path }) => [path, message]));
  const title = saved.name;
  const onSaved = (next: Draft, sent: Working) => {
    setSaved(next);
    setBase(sent);
  };
  const hindrance = useHindrance(saved, isChanged);
  return (
    <>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('rule-set.draft-subtitle'),
          defaultMessage: 'Draft: nothing is scored by it yet',
        })}
        navigationAction={
          <Button variant="ghost" startIcon={<ArrowLeft />} onClick={onLeave}>
            {formatMessage({ id: trId('rule-set.back'), defaultMessage: 'All rule sets' })}
          </Button>
        }
        primaryAction={
          <Flex gap={2}>
            <Button
              variant="secondary"
              startIcon={<Download />}
              onClick={() => saveJson(working.name, exportOf(working.name, working.content))}
            >
              {formatMessage({ id: trId('rule-set.export'), defaultMessage: 'Export' })}
            </Button>
            <RemoveDraft draft={saved} onRemoved={onLeave} />
            <PutInForce draft={saved} hindrance={hindrance} onDone={onOpenRuleSet} />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <SaveBar saved={saved} working={working} isChanged={isChanged} onSaved={onSaved} />
          <Problems problems={saved.problems} />
          <Card title={formatMessage({ id: trId('rule-set.name'), defaultMessage: 'Name' })}>
            <LabelledField
              name="name"
              required
              label={formatMessage({ id: trId('rule-set.name'), defaultMessage: 'Name' })}
            >
              <TextInput
                maxLength={120}
                value={working.name}
                onChange={({ target }) => setWorking({ ...working, name: target.value })}
              />
            </LabelledField>
          </Card>
          <ContentForm
            content={working.content}
            problemAt={(path) => problems.get(path)}
            disabled={false}
            onChange={(content) => setWorking({ ...working, content })}
          />
          {saved.comparedWith && saved.problems.length === 0 ? (
            <Changes changes={saved.changes} comparedWith={saved.comparedWith} />
          ) : null}
          <Trial documentId={saved.documentId} hindrance={hindrance} />
        </Flex>
      </Layouts.Content>
    </>
  );
};

/** Why a draft can neither be tried nor be put in force now; `null` when it can be. */
const useHindrance = ({ problems }: Draft, isChanged: boolean): string | null => {
  const { formatMessage } = useIntl();
  if (isChanged) {
    return formatMessage({ id: trId('rule-set.save-first'), defaultMessage: 'Save it first.' });
  }
  if (problems.length === 0) return null;
  return formatMessage(
    {
      id: trId('rule-set.mend-first'),
      defaultMessage: 'Put right first what is wrong with it ({count}).',
    },
    { count: problems.length }
  );
};

const MOST_SHOWN = 10;

const Problems = ({ problems }: Pick<Draft, 'problems'>) => {
  const { formatMessage } = useIntl();
  if (problems.length === 0) return null;
  return (
    <Notice variant="danger">
      {formatMessage(
        { id: trId('rule-set.problems'), defaultMessage: '{count} things are wrong:' },
        { count: problems.length }
      )}
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ message, path }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
};

interface SaveBarProps {
  saved: Draft;
  working: Working;
  isChanged: boolean;
  onSaved: (draft: Draft, sent: Working) => void;
}

const SaveBar = ({ isChanged, onSaved, saved, working }: SaveBarProps) => {
  const { formatMessage } = useIntl();
  const { toggleNotification } = useNotification();
  const [save, { error, isLoading }] = useSaveRuleSetDraftMutation();
  const send = async () => {
    const { documentId, revision } = saved;
    const result = await save({ documentId, body: { revision, ...working } });
    if ('error' in result) return;
    onSaved(result.data, working);
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: trId('rule-set.saved'), defaultMessage: 'Saved' }),
    });
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {error ? (
        <ErrorNotice
          error={error}
          fallback={formatMessage({
            id: trId('rule-set.save-failed'),
            defaultMessage: 'The draft could not be saved.',
          })}
        />
      ) : null}
      <Button
        disabled={!isChanged || working.name.trim() === ''}
        loading={isLoading}
        onClick={() => void send()}
      >
        {formatMessage({ id: trId('rule-set.save'), defaultMessage: 'Save' })}
      </Button>
    </Flex>
  );
};
