import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { ReportPage } from './ReportPage';

/** The report behind its permission. */
const ProtectedReportPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readReport, subject: null }]}>
    <ReportPage />
  </Page.Protect>
);

export default ProtectedReportPage;
