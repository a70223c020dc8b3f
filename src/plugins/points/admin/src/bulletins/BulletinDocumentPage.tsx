import { BackButton, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Grid, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import {
  composeBulletin,
  variableValues,
  type BulletinWording,
} from '../../../domain/bulletin-wording';
import { REPORT_FORMATS, type BulletinDocumentResponse } from '../../../shared/contracts';
import { ACTIONS, BULLETINS_PATH } from '../constants';
import { ErrorNotice } from '../shared/ErrorNotice';
import { fieldSentencesOf } from '../shared/errors';
import { FormatMenu } from '../shared/FormatMenu';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { useAllowed } from '../shared/permissions';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { BulletinPreview } from './BulletinPreview';
import { useGetBulletinDocumentQuery, useSaveBulletinDocumentMutation } from './document-api';
import { VariableList } from './VariableList';
import { WordingForm } from './WordingForm';

type BulletinDocument = BulletinDocumentResponse['data'];

/** A sealed month's bulletin (通报, §八.1): its words, how they read, and its files. */
export const BulletinDocumentPage = ({ documentId }: { documentId: string }) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetBulletinDocumentQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  return (
    <Page.Main>
      <Loaded
        place="page"
        data={data}
        error={error}
        failed={formatMessage({
          id: trId('bulletin.paper-error'),
          defaultMessage: 'The bulletin could not be read.',
        })}
        loading={formatMessage({
          id: trId('bulletin.paper-loading'),
          defaultMessage: 'Reading the bulletin',
        })}
        onRetry={refetch}
      >
        {(paper) => <Editor key={paper.version} paper={paper} />}
      </Loaded>
    </Page.Main>
  );
};

const Editor = ({ paper }: { paper: BulletinDocument }) => {
  const { formatDate, formatMessage } = useIntl();
  const periodLabel = usePeriodLabel();
  const { toggleNotification } = useNotification();
  const mayEdit = useAllowed(ACTIONS.editBulletins);
  const [wording, setWording] = useState<BulletinWording>(paper.wording);
  const [save, { error, isLoading }] = useSaveBulletinDocumentMutation();
  const { bulletin, figures, issued, version } = paper;
  const isFixed = issued !== null || !mayEdit;
  const isChanged = wording !== paper.wording;
  const title = formatMessage(
    { id: trId('bulletin.paper-title'), defaultMessage: 'Bulletin of {period}' },
    { period: periodLabel(bulletin.month) }
  );

  const send = async () => {
    const body = { ...wording, version };
    const result = await save({ documentId: bulletin.documentId, body });
    if ('error' in result) return;
    toggleNotification({
      type: 'success',
      message: formatMessage({ id: trId('bulletin.saved'), defaultMessage: 'Saved.' }),
    });
  };

  return (
    <>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage(
          { id: trId('bulletin.paper-seal'), defaultMessage: 'Fingerprint {fingerprint}' },
          { fingerprint: bulletin.fingerprint }
        )}
        navigationAction={<BackButton fallback={`/${BULLETINS_PATH}`} />}
        secondaryAction={
          <FormatMenu
            path={`/points/bulletins/${bulletin.documentId}/export`}
            formats={REPORT_FORMATS}
            disabled={isChanged && !isFixed}
          />
        }
        primaryAction={
          isFixed ? null : (
            <Button loading={isLoading} disabled={!isChanged} onClick={send}>
              {formatMessage({ id: trId('bulletin.save'), defaultMessage: 'Save' })}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {issued ? (
            <Notice variant="info">
              {formatMessage(
                {
                  id: trId('bulletin.issued'),
                  defaultMessage: 'Issued on {day} by {by}. Its words are fixed.',
                },
                { day: formatDate(issued.at, { dateStyle: 'medium' }), by: issued.by }
              )}
            </Notice>
          ) : null}
          {error ? (
            <ErrorNotice
              error={error}
              fallback={formatMessage({
                id: trId('bulletin.save-failed'),
                defaultMessage: 'The bulletin could not be saved.',
              })}
            />
          ) : null}
          {isFixed ? (
            <BulletinPreview text={paper.text} />
          ) : (
            <Grid.Root gap={6}>
              <Grid.Item col={6} s={12} alignItems="stretch" direction="column" gap={6}>
                <WordingForm
                  wording={wording}
                  figures={figures}
                  stock={paper.stock}
                  wrong={fieldSentencesOf(error)}
                  onChange={(change) => setWording({ ...wording, ...change })}
                />
                <Flex tag="section" direction="column" alignItems="stretch" gap={2}>
                  <Typography variant="delta" tag="h2">
                    {formatMessage({
                      id: trId('bulletin.variables'),
                      defaultMessage: 'Variables',
                    })}
                  </Typography>
                  <VariableList values={variableValues(wording, figures)} />
                </Flex>
              </Grid.Item>
              <Grid.Item col={6} s={12} alignItems="stretch" direction="column">
                <BulletinPreview text={composeBulletin(wording, figures)} />
              </Grid.Item>
            </Grid.Root>
          )}
        </Flex>
      </Layouts.Content>
    </>
  );
};
