import { Widget } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import {
  DESK_SUMMARY_GROUPS,
  type DeskSummaryGroupName,
  type DeskSummaryResponse,
} from '../../../shared/contracts';
import { DESK_PATH, MY_BULLETINS_PATH } from '../constants';
import { useGetDeskSummaryQuery } from '../submissions/submissions-api';
import { trId } from '../shared/translations';
import { WidgetRows, type WidgetRow } from '../shared/WidgetRows';

type Numbers = DeskSummaryResponse['data'];

const PRESSING: readonly DeskSummaryGroupName[] = ['toSign', 'returned'];

/** On the home page of a unit's people: what there is to do, and where the unit stands. */
export const DeskWidget = () => {
  const { formatMessage } = useIntl();
  const { data, error } = useGetDeskSummaryQuery(null, { refetchOnMountOrArgChange: true });
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
      <DeskNumbers numbers={data} />
      {data.standings.map((standing) => (
        <UnitNow key={standing.unit.documentId} standing={standing} />
      ))}
    </Flex>
  );
};

const DeskNumbers = ({ numbers }: { numbers: Numbers }) => {
  const { formatMessage, formatNumber } = useIntl();
  const to = `/${DESK_PATH}`;
  const groups = DESK_SUMMARY_GROUPS.filter((name) => name !== 'toSign' || numbers.maySign).map(
    (name): WidgetRow => ({
      label: formatMessage({ id: trId(`desk.group.${name}`), defaultMessage: name }),
      value: formatNumber(numbers.groups[name]),
      isPressing: PRESSING.includes(name) && numbers.groups[name] > 0,
      to,
    })
  );
  const { overdue, soon, total } = numbers.commissions;
  const commissions: WidgetRow = {
    label: formatMessage({ id: trId('desk.commissions'), defaultMessage: 'Commissions due' }),
    value:
      overdue + soon === 0
        ? formatNumber(total)
        : formatMessage(
            overdue === 0
              ? { id: trId('desk.commissions.soon'), defaultMessage: '{count}, {soon} due soon' }
              : {
                  id: trId('desk.commissions.overdue'),
                  defaultMessage: '{count}, {overdue} overdue',
                },
            { count: total, overdue, soon }
          ),
    isPressing: overdue + soon > 0,
    to,
  };
  const bulletins: WidgetRow = {
    label: formatMessage({
      id: trId('desk.bulletins'),
      defaultMessage: 'Bulletins to be acknowledged',
    }),
    value: formatNumber(numbers.bulletins),
    isPressing: true,
    to: `/${MY_BULLETINS_PATH}`,
  };
  return (
    <WidgetRows rows={[...(numbers.bulletins > 0 ? [bulletins] : []), ...groups, commissions]} />
  );
};

const UnitNow = ({ standing }: { standing: Numbers['standings'][number] }) => {
  const { formatMessage } = useIntl();
  const now = standing.month;
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
