import { contentTypeIn } from './address';

describe('the content type of a list', () => {
  it('is in the address', () => {
    expect(contentTypeIn('/admin/content-manager/collection-types/plugin::points.unit')).toBe(
      'plugin::points.unit'
    );
    expect(
      contentTypeIn('/admin/content-manager/collection-types/api::article.article/abc?page=1')
    ).toBe('api::article.article');
  });

  it('is nowhere else', () => {
    expect(contentTypeIn('/admin/plugins/points')).toBeUndefined();
  });
});
