import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { RuleSetsPage } from './RuleSetsPage';

/** The rule sets behind their permission. */
const ProtectedRuleSetsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readRuleSets, subject: null }]}>
    <RuleSetsPage />
  </Page.Protect>
);

export default ProtectedRuleSetsPage;
