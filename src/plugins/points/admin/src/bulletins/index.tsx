import { Page, useQueryParams } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { BulletinDocumentPage } from './BulletinDocumentPage';
import { BulletinsPage } from './BulletinsPage';
import { bulletinIn, type RawAddress } from './address';

/** The list, or the one bulletin that the address names. */
const Bulletins = () => {
  const [{ query }] = useQueryParams<RawAddress>();
  const documentId = bulletinIn(query);
  return documentId === null ? (
    <BulletinsPage />
  ) : (
    <BulletinDocumentPage key={documentId} documentId={documentId} />
  );
};

/** The bulletins behind their permission. */
const ProtectedBulletinsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readBulletins, subject: null }]}>
    <Bulletins />
  </Page.Protect>
);

export default ProtectedBulletinsPage;
