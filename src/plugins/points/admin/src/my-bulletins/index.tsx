import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { MyBulletinsPage } from './MyBulletinsPage';

/** What was issued to the account, behind its permission. */
const ProtectedMyBulletinsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readMyBulletins, subject: null }]}>
    <MyBulletinsPage />
  </Page.Protect>
);

export default ProtectedMyBulletinsPage;
