import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { DeskPage } from './DeskPage';

/** The desk behind its permission. */
const ProtectedDeskPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readDesk, subject: null }]}>
    <DeskPage />
  </Page.Protect>
);

export default ProtectedDeskPage;
