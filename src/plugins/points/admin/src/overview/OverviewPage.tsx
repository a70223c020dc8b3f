import { Layouts, Page } from '@strapi/strapi/admin';
import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { PresentationChart } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { UNIT_KINDS, type OverviewResponse } from '../../../shared/contracts';
import { reportAddress } from '../shared/addresses';
import { Card } from '../shared/Card';
import { MonthsCharts } from '../shared/charts/MonthsCharts';
import { PartsChart } from '../shared/charts/PartsChart';
import { Loaded } from '../shared/Loaded';
import { MonthStepper } from '../shared/MonthStepper';
import { useGetOverviewQuery } from '../shared/points-api';
import { PrintedPage } from '../shared/PrintedPage';
import { ProfileLink } from '../shared/ProfileLink';
import { trId } from '../shared/translations';
import { PageColumns } from '../shared/PageColumns';
import { usePeriodLabel } from '../shared/usePeriodLabel';
import { useShownMonth } from '../shared/useShownMonth';
import { ArrivalsChart } from './ArrivalsChart';
import { FunnelChart } from './FunnelChart';
import { Glance } from './Glance';
import { Ranking } from './Ranking';
import { useOpenUnits } from '../shared/useOpenUnits';

type Overview = OverviewResponse['data'];

/** A month at a glance. */
export const OverviewPage = () => {
  const { formatMessage } = useIntl();
  const labelOf = usePeriodLabel();
  const [month, showMonth] = useShownMonth();
  const { currentData, error, refetch } = useGetOverviewQuery(
    { month },
    { refetchOnMountOrArgChange: true }
  );
  const title = formatMessage({ id: trId('overview.title'), defaultMessage: 'Overview' });
  const state = currentData?.period.sealed
    ? formatMessage({ id: trId('overview.sealed'), defaultMessage: 'sealed, as circulated' })
    : formatMessage({ id: trId('overview.open'), defaultMessage: 'not sealed, still counting' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <PrintedPage />
      <Layouts.Header
        title={title}
        subtitle={currentData ? `${labelOf(month)} · ${state}` : labelOf(month)}
      />
      <Layouts.Action
        startActions={<MonthStepper value={month} onChange={showMonth} />}
        endActions={
          <Flex gap={2} data-unprinted>
            <LinkButton
              tag={Link}
              to={reportAddress(month, 'all')}
              variant="tertiary"
              size="S"
              startIcon={<PresentationChart />}
            >
              {formatMessage({ id: trId('report.title'), defaultMessage: 'Points report' })}
            </LinkButton>
            <Button variant="tertiary" size="S" onClick={() => window.print()}>
              {formatMessage({ id: trId('export.print'), defaultMessage: 'Print' })}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={currentData}
          error={error}
          failed={formatMessage({
            id: trId('overview.error'),
            defaultMessage: 'The overview could not be read.',
          })}
          loading={formatMessage({
            id: trId('overview.loading'),
            defaultMessage: 'Reading the overview',
          })}
          onRetry={refetch}
        >
          {(overview) => <Month overview={overview} month={month} />}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

interface MonthProps {
  overview: Overview;
  month: string;
}

const Month = ({ overview, month }: MonthProps) => {
  const { arrivals, figures, funnel, own, parts, rankings, trend } = overview;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Glance figures={figures} />
      <PageColumns>
        {UNIT_KINDS.map((kind) => (
          <Ranking key={kind} kind={kind} places={rankings[kind]} month={month} own={own} />
        ))}
      </PageColumns>
      <PageColumns>
        <MonthsCharts months={trend} />
        <FunnelChart steps={funnel} own={own} />
        <PartsChart parts={parts} />
        <ArrivalsChart arrivals={arrivals} own={own} />
        <ZeroReports overview={overview} month={month} />
      </PageColumns>
    </Flex>
  );
};

const ZeroReports = ({ overview: { own, zeroReports }, month }: MonthProps) => {
  const { formatMessage } = useIntl();
  const isOpen = useOpenUnits(own);
  return (
    <Card
      title={formatMessage(
        { id: trId('overview.zero'), defaultMessage: 'Sent nothing in: {count}' },
        { count: zeroReports.length }
      )}
    >
      {zeroReports.length === 0 ? (
        <Typography>
          {formatMessage({
            id: trId('overview.zero.none'),
            defaultMessage: 'Every unit has sent something in.',
          })}
        </Typography>
      ) : (
        <Flex tag="ul" gap={3} wrap="wrap">
          {zeroReports.map(({ documentId, name }) => (
            <li key={documentId}>
              <ProfileLink of="unit" month={month} isOpen={isOpen(documentId)} {...{ documentId }}>
                {name}
              </ProfileLink>
            </li>
          ))}
        </Flex>
      )}
    </Card>
  );
};
