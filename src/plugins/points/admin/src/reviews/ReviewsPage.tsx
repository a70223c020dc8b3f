import { useQueryParams } from '@strapi/strapi/admin';
import { ReviewList } from './ReviewList';
import { ReviewPage } from './ReviewPage';

/** Reviews of half years and years (总结点评、年终评优, §八.2, 3): the list, or the one that the address names. */
export const ReviewsPage = () => {
  const [{ query }, setQuery] = useQueryParams<{ review?: unknown }>();
  const open = (review: string) => setQuery({ review });
  return typeof query.review === 'string' && query.review !== '' ? (
    <ReviewPage documentId={query.review} onLeave={() => setQuery({ review: '' }, 'remove')} />
  ) : (
    <ReviewList onOpen={open} />
  );
};
