import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import type {
  AdoptableView,
  AdoptionChainResponse,
  RecordableView,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { Amount } from '../shared/Amount';
import { EntityLink } from '../shared/EntityLink';
import { Loaded } from '../shared/Loaded';
import { Notice } from '../shared/Notice';
import { trId } from '../shared/translations';
import { StateBadge } from '../submissions/StateBadge';
import { useGetAdoptionChainQuery, useGetRecordableQuery } from './adoptions-api';
import { ChainLine } from './ChainLine';
import { RecordSteps } from './RecordSteps';

interface ChosenPieceProps {
  documentId: string;
  /** With an empty text, none. */
  onChoose: (documentId: string) => void;
}

/** The piece that was chosen: its way upwards so far, and what is added to it. */
export const ChosenPiece = ({ documentId, onChoose }: ChosenPieceProps) => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetAdoptionChainQuery(documentId, {
    refetchOnMountOrArgChange: true,
  });
  const recordable = useGetRecordableQuery(undefined, { refetchOnMountOrArgChange: true });
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex>
        <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={() => onChoose('')}>
          {formatMessage({
            id: trId('recording.other'),
            defaultMessage: 'Choose another piece',
          })}
        </Button>
      </Flex>
      <Loaded
        place="page"
        data={data && recordable.data && { chain: data, recordable: recordable.data }}
        error={error ?? recordable.error}
        failed={formatMessage({
          id: trId('recording.chain-error'),
          defaultMessage: 'The adoptions of this piece could not be read.',
        })}
        loading={formatMessage({
          id: trId('recording.chain-loading'),
          defaultMessage: 'Reading the adoptions',
        })}
        onRetry={() => {
          void refetch();
          void recordable.refetch();
        }}
      >
        {(read) => <Chain {...read} onChoose={onChoose} />}
      </Loaded>
    </Flex>
  );
};

interface ChainProps {
  chain: AdoptionChainResponse;
  recordable: readonly RecordableView[];
  onChoose: (documentId: string) => void;
}

const Chain = ({ chain: { data }, recordable, onChoose }: ChainProps) => (
  <>
    <PieceHead piece={data.submission} total={data.total} />
    <ChainLine steps={data.steps} />
    {data.submission.adoptable ? (
      <RecordSteps submission={data.submission.documentId} recordable={recordable} />
    ) : (
      <NotAdoptable piece={data.submission} onChoose={onChoose} />
    )}
  </>
);

interface PieceHeadProps {
  piece: AdoptableView;
  total: AdoptionChainResponse['data']['total'];
}

const PieceHead = ({ piece, total }: PieceHeadProps) => {
  const { formatDate, formatMessage } = useIntl();
  const { contributors, documentId, receivedAt, state, title } = piece;
  const names = contributors.map(({ unit, officers }) =>
    [unit.name, ...officers.map(({ name }) => name)].join(' · ')
  );
  return (
    <Flex tag="header" justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Flex gap={3} wrap="wrap" alignItems="center">
          <Typography variant="beta" tag="h2">
            {title}
          </Typography>
          <StateBadge state={state} />
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {[
            ...names,
            ...(receivedAt === null
              ? []
              : [
                  formatMessage(
                    { id: trId('recording.received-on'), defaultMessage: 'received {date}' },
                    { date: formatDate(receivedAt, { dateStyle: 'medium' }) }
                  ),
                ]),
          ].join('；')}
        </Typography>
        <EntityLink uid={UID.submission} documentId={documentId}>
          {formatMessage({
            id: trId('recording.to-submission'),
            defaultMessage: 'Go to the submission',
          })}
        </EntityLink>
      </Flex>
      <Flex direction="column" alignItems="flex-end">
        <Typography variant="pi" textColor="neutral600">
          {formatMessage({ id: trId('recording.total'), defaultMessage: 'Points so far' })}
        </Typography>
        <Amount value={total} variant="beta" fontWeight="bold" />
      </Flex>
    </Flex>
  );
};

interface NotAdoptableProps {
  piece: AdoptableView;
  onChoose: (documentId: string) => void;
}

/** Why nothing can be recorded of a piece, and where instead. */
const NotAdoptable = ({ piece: { mergedInto }, onChoose }: NotAdoptableProps) => {
  const { formatMessage } = useIntl();
  if (mergedInto === null) {
    return (
      <Notice variant="warning">
        {formatMessage({
          id: trId('recording.not-adoptable'),
          defaultMessage:
            'This piece is not with the office: it was not sent in, was returned or declined. Adoptions are recorded once it is.',
        })}
      </Notice>
    );
  }
  return (
    <Notice
      variant="info"
      action={
        <Button variant="secondary" size="S" onClick={() => onChoose(mergedInto.documentId)}>
          {mergedInto.title}
        </Button>
      }
    >
      {formatMessage({
        id: trId('recording.merged'),
        defaultMessage: 'This piece is part of another: its adoptions are recorded there.',
      })}
    </Notice>
  );
};
