import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { UnitPage } from './UnitPage';

/** A unit's page behind the permission of the postings that it rests on. */
const ProtectedUnitPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readLedger, subject: null }]}>
    <UnitPage />
  </Page.Protect>
);

export default ProtectedUnitPage;
