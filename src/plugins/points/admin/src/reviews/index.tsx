import { Page } from '@strapi/strapi/admin';
import { ACTIONS } from '../constants';
import { ReviewsPage } from './ReviewsPage';

/** The reviews behind their permission. */
const ProtectedReviewsPage = () => (
  <Page.Protect permissions={[{ action: ACTIONS.readReviews, subject: null }]}>
    <ReviewsPage />
  </Page.Protect>
);

export default ProtectedReviewsPage;
