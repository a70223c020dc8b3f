import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ACTIONS } from '../constants';
import { MailSettingsPage } from './MailSettingsPage';
import { NoticesPage } from './NoticesPage';
import { SETTINGS } from './settings-address';

/** What the account was told of, and what of it is mailed, behind its permission. */
const ProtectedNoticesPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readNotices, subject: null }]}>
    <Routes>
      <Route index element={<NoticesPage />} />
      <Route path={SETTINGS} element={<MailSettingsPage />} />
    </Routes>
  </Page.Protect>
);

export default ProtectedNoticesPage;
