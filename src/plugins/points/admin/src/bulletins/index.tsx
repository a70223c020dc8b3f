import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { BulletinsPage } from './BulletinsPage';

/** The bulletins behind their permission. */
const ProtectedBulletinsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readBulletins, subject: null }]}>
    <BulletinsPage />
  </Page.Protect>
);

export default ProtectedBulletinsPage;
