import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { ACTIONS } from '../constants';
import { Loaded } from '../shared/Loaded';
import { useAllowed } from '../shared/permissions';
import { SealedAwards } from '../sealed-awards/SealedAwards';
import { trId } from '../shared/translations';
import { useGetBulletinsQuery } from './bulletins-api';
import { BulletinTable } from './BulletinTable';
import { NextMonth } from './NextMonth';
import { VerifyLedger } from './VerifyLedger';

/** Bulletins (通报, §八.1): the sealed months, sealing the next, and whether anybody touched them. */
export const BulletinsPage = () => {
  const { formatMessage } = useIntl();
  const canSeal = useAllowed(ACTIONS.sealMonths);
  const canDecide = useAllowed(ACTIONS.decideAwards);
  const canVerify = useAllowed(ACTIONS.verifyLedger);
  const { data, error, refetch } = useGetBulletinsQuery(null, { refetchOnMountOrArgChange: true });
  const title = formatMessage({ id: trId('bulletin.title'), defaultMessage: 'Bulletins' });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('bulletin.subtitle'),
          defaultMessage:
            'A month is sealed once it is over; what was circulated then never changes',
        })}
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('bulletin.error'),
            defaultMessage: 'The bulletins could not be read.',
          })}
          loading={formatMessage({
            id: trId('bulletin.loading'),
            defaultMessage: 'Reading the bulletins',
          })}
          onRetry={refetch}
        >
          {({ data: bulletins, meta: { next } }) => (
            <Flex direction="column" alignItems="stretch" gap={6}>
              {canDecide ? <SealedAwards /> : null}
              {canSeal ? <NextMonth month={next.month} isOver={next.over} /> : null}
              {canVerify ? <VerifyLedger /> : null}
              <BulletinTable bulletins={bulletins} />
            </Flex>
          )}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};
