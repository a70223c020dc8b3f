import { foldWithSource } from '../../../../../common/text/fold';
import { precheck as look, type PrecheckInput, type WordRule } from '../../../domain/precheck';

const precheck = (input: PrecheckInput, rules: readonly WordRule[]) =>
  look(input, rules, foldWithSource);

const input = (values: Partial<PrecheckInput> = {}): PrecheckInput => ({
  title: '市博物馆举办新春特展',
  category: 'culture-news',
  text: '新春特展开幕。',
  authors: 1,
  needsSigner: false,
  hasSigner: false,
  attachments: [],
  eventDate: '2026-02-01',
  today: '2026-02-03',
  ...values,
});

const codes = (values: Partial<PrecheckInput>, rules: WordRule[] = []): string[] =>
  precheck(input(values), rules).map(({ severity, field, code }) => `${severity} ${field} ${code}`);

describe('the pre-check', () => {
  it('finds nothing in a piece that has all', () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Partial<PrecheckInput>, string[]]>([
    ['title', { title: '  ' }, ['error title no-title']],
    ['category', { category: null }, ['error category no-category']],
    ['text or attachment', { text: '\n' }, ['error text no-text']],
    ['author', { authors: 0 }, ['error officers no-author']],
    ['signer', { needsSigner: true }, ['error signer no-signer']],
    ['event date', { eventDate: null }, ['warning eventDate no-event-date']],
    ['freshness', { today: '2026-03-10' }, ['warning eventDate old-event']],
  ])('finds the missing %s', (_what, values, expected) => {
    expect(codes(values)).toEqual(expected);
  });

  it('takes an attachment for a text, and asks what a picture shows', () => {
    const file = { name: '报告.docx', isPicture: false, alternativeText: null };
    const picture = { name: '展厅.jpg', isPicture: true, alternativeText: ' ' };
    expect(codes({ text: '', attachments: [file] })).toEqual([]);
    expect(precheck(input({ attachments: [file, picture] }), [])).toEqual([
      { field: 'attachments', code: 'no-alternative-text', severity: 'warning', name: '展厅.jpg' },
    ]);
    expect(codes({ attachments: [{ ...picture, alternativeText: '展厅里的观众' }] })).toEqual([]);
  });

  it('asks research for no date of an event', () => {
    expect(codes({ category: 'research', eventDate: null })).toEqual([]);
  });

  it('finds each place of a word, with what to write instead', () => {
    const rule: WordRule = {
      word: '副主席',
      kind: 'sensitive',
      suggestion: null,
      severity: 'warning',
      exceptions: [],
    };
    const wrong: WordRule = {
      ...rule,
      word: '踊跃',
      kind: 'wrong',
      suggestion: '踴躍',
      severity: 'error',
    };
    const text = '观众踊跃。\n群众踊跃参加，副主席出席。';
    expect(precheck(input({ text, title: '群众踊跃' }), [rule, wrong])).toMatchObject([
      {
        field: 'title',
        code: 'wrong-word',
        severity: 'error',
        occurrence: { start: 2, length: 2 },
      },
      { field: 'text', code: 'sensitive-word', severity: 'warning', occurrence: { start: 13 } },
      { field: 'text', occurrence: { start: 2, excerpt: '观众踊跃。 群众踊跃参加' } },
      { field: 'text', occurrence: { start: 8 }, word: { suggestion: '踴躍' } },
    ]);
  });

  it('does not tell great and small letters apart, and finds no place in an empty word', () => {
    const rule = (word: string): WordRule => ({
      word,
      kind: 'wrong',
      suggestion: null,
      severity: 'error',
      exceptions: [],
    });
    expect(codes({ text: '用 wechat 报名' }, [rule('WeChat'), rule('')])).toEqual([
      'error text wrong-word',
    ]);
    expect(precheck(input({ text: 'İ 错字' }), [rule('错字')])[0]?.occurrence).toMatchObject({
      start: 2,
    });
  });

  describe('a word', () => {
    const occurrences = (text: string, word: string, exceptions: string[] = []) =>
      precheck(input({ text }), [
        { word, kind: 'wrong', suggestion: null, severity: 'error', exceptions },
      ]).map(({ occurrence }) =>
        text.slice(occurrence?.start, (occurrence?.start ?? 0) + (occurrence?.length ?? 0))
      );

    it('is not found within its exceptions, and elsewhere it is', () => {
      expect(occurrences('第一带头人谈一带建设', '一带', ['第一带头人'])).toEqual(['一带']);
      expect(occurrences('第一带头人', '一带', ['第一带头人', '统一带队'])).toEqual([]);
      expect(occurrences('第 一\u200b带头人', '一带', ['第一带头人'])).toEqual([]);
      expect(occurrences('第一带', '一带', ['第一带头人'])).toEqual(['一带']);
    });

    it('does not hide behind width, blanks or what is not seen', () => {
      expect(occurrences('看文\u200b化，文　 化，文\u00ad化', '文化')).toEqual([
        '文\u200b化',
        '文　 化',
        '文\u00ad化',
      ]);
      expect(occurrences('用ＷｅＣｈａｔ报名', 'wechat')).toEqual(['ＷｅＣｈａｔ']);
    });

    it('is not made of the end of a line and the beginning of the next, nor of Latin words', () => {
      expect(occurrences('传统文\n化工厂', '文化')).toEqual([]);
      expect(occurrences('the rapist', 'therapist')).toEqual([]);
    });
  });
});
