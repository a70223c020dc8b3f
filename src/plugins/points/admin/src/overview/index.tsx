import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { OverviewPage } from './OverviewPage';

/** The overview behind the permission of the report. */
const ProtectedOverviewPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readReport, subject: null }]}>
    <OverviewPage />
  </Page.Protect>
);

export default ProtectedOverviewPage;
