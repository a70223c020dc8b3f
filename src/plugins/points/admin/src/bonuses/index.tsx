import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { BonusesPage } from './BonusesPage';

/** The bonuses behind their permission. */
const ProtectedBonusesPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readBonuses, subject: null }]}>
    <BonusesPage />
  </Page.Protect>
);

export default ProtectedBonusesPage;
