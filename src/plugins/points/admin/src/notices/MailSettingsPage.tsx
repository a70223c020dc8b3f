import { Layouts, Page } from '@strapi/strapi/admin';
import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { NOTICES_PATH } from '../constants';
import { Loaded } from '../shared/Loaded';
import { trId } from '../shared/translations';
import { MailSettingsForm } from './MailSettingsForm';
import { useGetNoticeSettingsQuery } from './notices-api';

/** Which notices come by mail, as whoever looks has chosen. */
export const MailSettingsPage = () => {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useGetNoticeSettingsQuery(null, {
    refetchOnMountOrArgChange: true,
  });
  const title = formatMessage({
    id: trId('notice.settings.title'),
    defaultMessage: 'Notices by mail',
  });
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={formatMessage({
          id: trId('notice.settings.subtitle'),
          defaultMessage: 'For your account alone; in the panel you find all of them anyway',
        })}
        navigationAction={
          <Link tag={NavLink} to={`/${NOTICES_PATH}`} startIcon={<ArrowLeft />}>
            {formatMessage({ id: trId('notice.title'), defaultMessage: 'Notices' })}
          </Link>
        }
      />
      <Layouts.Content>
        <Loaded
          place="page"
          data={data}
          error={error}
          failed={formatMessage({
            id: trId('notice.settings.error'),
            defaultMessage: 'The settings could not be read.',
          })}
          loading={formatMessage({
            id: trId('notice.settings.loading'),
            defaultMessage: 'Reading the settings',
          })}
          onRetry={refetch}
        >
          {(settings) => <MailSettingsForm settings={settings} />}
        </Loaded>
      </Layouts.Content>
    </Page.Main>
  );
};
