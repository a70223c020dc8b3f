import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type {
  NamedContributors,
  SealedAward,
  SealedAwardsResponse,
} from '../../../shared/contracts';
import { UID } from '../constants';
import { Amount } from '../shared/Amount';
import { useChannelName } from '../shared/choices';
import { Figure } from '../shared/dense-table';
import { ListTable } from '../shared/ListTable';
import { EntityLink } from '../shared/EntityLink';
import { ErrorNotice } from '../shared/ErrorNotice';
import { Pager } from '../shared/Pager';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { DecideAward } from './DecideAward';
import { useGetSealedAwardsQuery } from './sealed-awards-api';

const PAGE_SIZE = 20;

/** What sealed months awarded and what has changed under it since. Nothing where nothing waits. */
export const SealedAwards = () => {
  const { formatMessage } = useIntl();
  const [page, setPage] = useState(1);
  const { data, error } = useGetSealedAwardsQuery(
    { page, pageSize: PAGE_SIZE },
    { refetchOnMountOrArgChange: true }
  );
  if (error) {
    return (
      <ErrorNotice
        error={error}
        fallback={formatMessage({
          id: trId('sealed.error'),
          defaultMessage: 'What waits for a decision could not be read.',
        })}
      />
    );
  }
  if (!data || data.meta.pagination.total === 0) return null;
  return <List awards={data} onPage={setPage} />;
};

interface ListProps {
  awards: SealedAwardsResponse;
  onPage: (page: number) => void;
}

const List = ({ awards: { data, meta }, onPage }: ListProps) => {
  const { formatMessage } = useIntl();
  const { total } = meta.pagination;
  const title = formatMessage(
    {
      id: trId('sealed.title'),
      defaultMessage: 'To decide: {total} awards of sealed months whose ground has changed',
    },
    { total }
  );
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={3} aria-label={title}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      <ListTable
        caption={title}
        headings={[
          formatMessage({ id: trId('sealed.submission'), defaultMessage: 'Submission' }),
          formatMessage({ id: trId('sealed.adoption'), defaultMessage: 'Adoption' }),
          { figure: formatMessage({ id: trId('sealed.points'), defaultMessage: 'Points' }) },
          formatMessage({ id: trId('sealed.change'), defaultMessage: 'What has changed' }),
          formatMessage({ id: trId('sealed.decision'), defaultMessage: 'Decision' }),
        ]}
      >
        {data.map((award) => (
          <Line key={award.documentId} award={award} />
        ))}
      </ListTable>
      {meta.pagination.pageCount > 1 ? (
        <Pager pagination={meta.pagination} summary={title} onChange={onPage} />
      ) : null}
    </Flex>
  );
};

const Line = ({ award }: { award: SealedAward }) => {
  const labelOf = useChannelName();
  const periodLabel = usePeriodLabel();
  const { adoptedOn, channel, channelName, months, submission } = award;
  return (
    <tr>
      <td>
        <EntityLink uid={UID.submission} documentId={submission.documentId}>
          {submission.title}
        </EntityLink>
      </td>
      <td>
        {labelOf(channel, channelName)}
        <Typography variant="pi" textColor="neutral600" tag="div">
          {[adoptedOn, ...months.map(periodLabel)].join(' · ')}
        </Typography>
      </td>
      <Figure>
        <Amount value={award} fontWeight="bold" />
      </Figure>
      <td>
        <Change award={award} />
      </td>
      <td>
        <DecideAward award={award} />
      </td>
    </tr>
  );
};

const namesOf = (contributors: NamedContributors): string =>
  contributors
    .map(({ unit, officers }) =>
      officers.length === 0
        ? unit.name
        : `${unit.name}（${officers.map(({ name }) => name).join('、')}）`
    )
    .join('、');

/** What took the entry down and when, and who shared the points and would share them now. */
const Change = ({ award: { contributors, takenDown } }: { award: SealedAward }) => {
  const { formatDate, formatMessage } = useIntl();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {takenDown ? (
        <Typography variant="omega">
          {formatMessage(
            {
              id: trId(`sealed.taken-down.${takenDown.reason}`),
              defaultMessage: 'The entry was taken down on {date}.',
            },
            { date: formatDate(takenDown.at, { dateStyle: 'medium', timeStyle: 'short' }) }
          )}
        </Typography>
      ) : null}
      {contributors ? (
        <Typography variant="omega">
          {formatMessage(
            {
              id: trId('sealed.contributors'),
              defaultMessage: 'Contributors: {counted} → {now}',
            },
            { counted: namesOf(contributors.counted), now: namesOf(contributors.now) }
          )}
        </Typography>
      ) : null}
    </Flex>
  );
};
