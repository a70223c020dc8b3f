import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { ObjectionsPage } from './ObjectionsPage';

/** The objections behind their permission. */
const ProtectedObjectionsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readObjections, subject: null }]}>
    <ObjectionsPage />
  </Page.Protect>
);

export default ProtectedObjectionsPage;
