import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { ACTIONS } from '../constants';
import { DeskPage } from './DeskPage';
import { READING } from './reading-address';
import { ReadingPage } from './ReadingPage';

/** The desk, and what is read from there, behind its permission. */
const ProtectedDeskPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readDesk, subject: null }]}>
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path={`${READING}/:documentId`} element={<ReadingPage />} />
    </Routes>
  </Page.Protect>
);

export default ProtectedDeskPage;
