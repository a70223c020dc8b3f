import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { DeskStanding } from '../../../shared/contracts';
import { Amount } from '../shared/Amount';
import { trId } from '../shared/translations';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { DenseTable, Figure, Scroller } from '../shared/dense-table';

const Bar = styled.div<{ $share: number }>`
  height: 1rem;
  width: ${({ $share }) => $share * 100}%;
  min-width: 1px;
  background: ${({ theme }) => theme.colors.primary500};
  border-radius: 2px;
`;

/** A unit's place this month, and how it came there over the last twelve. */
export const StandingCard = ({ standing }: { standing: DeskStanding }) => {
  const { formatMessage } = useIntl();
  const labelOf = usePeriodLabel();
  const { months, unit } = standing;
  const now = months.at(-1);
  const most = Math.max(...months.map(({ points }) => Number(points)), 1);
  if (!now) return null;
  return (
    <Box tag="section" background="neutral0" borderColor="neutral200" hasRadius padding={5}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h2" variant="delta">
          {formatMessage(
            { id: trId('desk.standing'), defaultMessage: '{unit} this month' },
            { unit: unit.name }
          )}
        </Typography>
        <Flex gap={6} wrap="wrap" alignItems="baseline">
          <Typography variant="alpha">
            {now.rank === null
              ? '—'
              : formatMessage(
                  { id: trId('desk.rank'), defaultMessage: 'No. {rank} of {of}' },
                  { rank: now.rank, of: now.of }
                )}
          </Typography>
          <Typography>
            {formatMessage(
              {
                id: trId('desk.counts'),
                defaultMessage: '{points} points, {submitted} sent in, {adopted} adopted',
              },
              { points: now.points, submitted: now.submitted, adopted: now.adopted }
            )}
          </Typography>
          {now.bonus.exact === '0' ? null : (
            <Typography textColor="neutral600">
              {formatMessage(
                { id: trId('desk.bonus'), defaultMessage: 'of these {points} bonus' },
                { points: now.bonus.points }
              )}
            </Typography>
          )}
        </Flex>
        <Scroller>
          <DenseTable>
            <caption>
              {formatMessage({ id: trId('desk.trend'), defaultMessage: 'The last twelve months' })}
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  {formatMessage({ id: trId('desk.month'), defaultMessage: 'Month' })}
                </th>
                <th scope="col">
                  {formatMessage({ id: trId('report.rank'), defaultMessage: 'Rank' })}
                </th>
                <th scope="col">
                  {formatMessage({ id: trId('panel.title'), defaultMessage: 'Points' })}
                </th>
                <th scope="col" aria-hidden />
              </tr>
            </thead>
            <tbody>
              {[...months].reverse().map((month) => (
                <tr key={month.month}>
                  <td style={{ whiteSpace: 'nowrap' }}>{labelOf(month.month)}</td>
                  <Figure>{month.rank ?? '—'}</Figure>
                  <Figure>
                    <Amount value={month} />
                  </Figure>
                  <td aria-hidden style={{ width: '45%' }}>
                    <Bar $share={Math.max(Number(month.points), 0) / most} />
                  </td>
                </tr>
              ))}
            </tbody>
          </DenseTable>
        </Scroller>
      </Flex>
    </Box>
  );
};
