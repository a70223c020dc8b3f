import { Widget } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { DeskGroupName, DeskResponse } from '../../../shared/contracts';
import { DESK_PATH } from '../constants';
import { useGetDeskQuery } from '../submissions/submissions-api';
import { trId } from '../shared/translations';
import { WidgetRows, type WidgetRow } from '../shared/WidgetRows';

type Desk = DeskResponse['data'];

const SHOWN: readonly DeskGroupName[] = ['toSign', 'returned', 'drafts', 'waiting'];
const PRESSING: readonly DeskGroupName[] = ['toSign', 'returned'];

/** On the home page of a unit's people: what there is to do, and where the unit stands. */
export const DeskWidget = () => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetDeskQuery({ of: 'unit' }, { refetchOnMountOrArgChange: true });
  if (error) return <Widget.Error />;
  if (!data) return <Widget.Loading />;
  if (data.units.length === 0) {
    return (
      <Typography textColor="neutral600">
        {formatMessage({
          id: trId('desk.no-unit'),
          defaultMessage: 'Your account is not registered as an officer of any unit.',
        })}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="desk-widget">
      <DeskNumbers desk={data} />
      {data.standings.map((standing) => (
        <UnitNow key={standing.unit.documentId} standing={standing} />
      ))}
    </Flex>
  );
};

const DeskNumbers = ({ desk }: { desk: Desk }) => {
  const { formatMessage, formatNumber } = useIntl();
  const to = `/${DESK_PATH}`;
  const groups = SHOWN.filter((name) => name !== 'toSign' || desk.maySign).map(
    (name): WidgetRow => ({
      label: formatMessage({ id: trId(`desk.group.${name}`), defaultMessage: name }),
      value: formatNumber(desk.groups[name].total),
      isPressing: PRESSING.includes(name) && desk.groups[name].total > 0,
      to,
    })
  );
  const overdue = desk.commissions.filter(({ daysLeft }) => daysLeft < 0).length;
  const commissions: WidgetRow = {
    label: formatMessage({ id: trId('desk.commissions'), defaultMessage: 'Commissions due' }),
    value:
      overdue === 0
        ? formatNumber(desk.commissions.length)
        : formatMessage(
            {
              id: trId('desk.commissions.overdue'),
              defaultMessage: '{count}, {overdue} overdue',
            },
            { count: desk.commissions.length, overdue }
          ),
    isPressing: overdue > 0,
    to,
  };
  return <WidgetRows rows={[...groups, commissions]} />;
};

const UnitNow = ({ standing }: { standing: Desk['standings'][number] }) => {
  const { formatMessage } = useIntl();
  const now = standing.months.at(-1);
  if (!now) return null;
  return (
    <Typography variant="pi" textColor="neutral600">
      {[
        formatMessage(
          { id: trId('desk.standing'), defaultMessage: '{unit} this month' },
          { unit: standing.unit.name }
        ),
        ...(now.rank === null
          ? []
          : [
              formatMessage(
                { id: trId('desk.rank'), defaultMessage: 'No. {rank} of {of}' },
                { rank: now.rank, of: now.of }
              ),
            ]),
        formatMessage(
          {
            id: trId('desk.counts'),
            defaultMessage: '{points} points, {submitted} sent in, {adopted} adopted',
          },
          { points: now.points, submitted: now.submitted, adopted: now.adopted }
        ),
      ].join(' · ')}
    </Typography>
  );
};
