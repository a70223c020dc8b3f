import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { MyBulletinsResponse } from '../../../shared/contracts';
import { useGetMyBulletinsQuery } from '../issuing/issuing-api';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';
import { MyBulletinTable } from './MyBulletinTable';

/** The bulletins that were issued to whoever looks (阅知, §八.1). */
export const MyBulletinsPage = () => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetMyBulletinsQuery(null, {
    refetchOnMountOrArgChange: true,
  });
  const title = formatMessage({
    id: trId('my-bulletin.title'),
    defaultMessage: 'Bulletins for me',
  });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('my-bulletin.subtitle'),
          defaultMessage: 'What the office has issued to you: please open it and take note',
        })}
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('my-bulletin.error'),
            defaultMessage: 'The bulletins could not be read.',
          })}
          loading={formatMessage({
            id: trId('my-bulletin.loading'),
            defaultMessage: 'Reading the bulletins',
          })}
          onRetry={refetch}
        >
          {(read) => (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <MyBulletinTable bulletins={read.data} />
              <Heads heads={read.meta.heads} />
            </Flex>
          )}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};

/** Whom the office has for the unit's head, so that the unit can say when that is no longer so. */
const Heads = ({ heads }: MyBulletinsResponse['meta']) => {
  const { formatMessage } = useIntl();
  return (
    <>
      {heads.map(({ mail, name, unit }) => (
        <Typography key={unit.documentId} variant="pi" textColor="neutral600">
          {formatMessage(
            {
              id: trId('my-bulletin.head'),
              defaultMessage:
                'Head of {unit} at the office: {head}. If that has changed, please tell the office.',
            },
            { unit: unit.name, head: [name, mail].filter(Boolean).join(' · ') || '—' }
          )}
        </Typography>
      ))}
    </>
  );
};
