import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { AdoptionsPage } from './AdoptionsPage';

/** Recording adoptions behind its permission. */
const ProtectedAdoptionsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.recordAdoptions, subject: null }]}>
    <AdoptionsPage />
  </Page.Protect>
);

export default ProtectedAdoptionsPage;
