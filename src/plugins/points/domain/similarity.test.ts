import { fingerprintOf, similarityOf, textFingerprint } from './similarity';

const titles = (one: string, other: string) =>
  similarityOf(fingerprintOf(one, ''), fingerprintOf(other, ''));

describe('similarity', () => {
  it.each([
    ['市博物馆举办新春特展', '市博物馆举办新春特展'],
    ['市博物馆举办新春特展', '市博物馆新春特展举办'],
    ['《江南文脉》展在市博物馆开幕', '“江南文脉”展在市博物馆开幕！'],
    ['２０２６年全民阅读月启动', '2026年全民阅读月启动'],
    ['二〇二六年全民阅读月启动', '2026 年全民阅读月启动'],
    ['全民阅读月在图书馆启动', '2026年全民阅读月在图书馆启动'],
  ])('is found between %s and %s', (one, other) => {
    expect(titles(one, other)?.reason).toBe('title');
    expect(titles(other, one)).toEqual(titles(one, other));
  });

  it.each([
    ['关于2026年春节放假的通知', '关于2025年春节放假的通知'],
    ['第3期文化讲坛开讲', '第4期文化讲坛开讲'],
    ['1月工作简报', '2月工作简报'],
    ['二〇二五年全民阅读月启动', '2026年全民阅读月启动'],
    ['市博物馆举办新春特展', '锡剧院赴乡镇慰问演出'],
    ['', ''],
  ])('is not found between %s and %s', (one, other) => {
    expect(titles(one, other)).toBeNull();
  });

  it('tells the same text under another title', () => {
    const text =
      '二月一日，市博物馆新春特展在一号展厅开幕，共展出馆藏文物一百余件，吸引观众两千余人。';
    expect(
      similarityOf(fingerprintOf('新春特展开幕', text), fingerprintOf('观众两千人看文物', text))
    ).toEqual({
      similarity: 1,
      reason: 'text',
    });
    expect(
      similarityOf(fingerprintOf('新春特展开幕', text), fingerprintOf('新春特展开幕', `${text}。`))
    ).toEqual({
      similarity: 1,
      reason: 'title-and-text',
    });
  });

  it('compares numbers apart, and leading zeros are no difference', () => {
    expect(textFingerprint('2026年03月1日').numbers).toEqual(['1', '2026', '3']);
    expect(textFingerprint('2026年03月1日').bigrams).toEqual(textFingerprint('9年月日').bigrams);
  });
});
