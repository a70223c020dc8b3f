import { blocks } from '../lib/blocks.js';
import { h } from '../lib/dom.js';
import { named } from '../lib/format.js';
import { downloads } from '../lib/media.js';
import { linkTo, part, populate, published, table, tag } from './parts.js';

const TONES = { 'in-force': 'good', superseded: 'plain', repealed: 'plain', expired: 'plain' };

const others = (heading, documents) =>
  documents?.length
    ? part(
        heading,
        h(
          'ul',
          {},
          documents.map((each) => h('li', {}, linkTo('disclosure-documents', each)))
        )
      )
    : null;

/** The head that every disclosed document carries, in two columns. */
const head = (entry) =>
  h(
    'dl',
    { class: 'facts document-head' },
    [
      ['索引号', entry.indexNumber],
      ['主题分类', named(entry.topic)],
      ['发文字号', entry.documentNumber],
      ['发布机构', entry.issuer],
      ['成文日期', entry.issuedOn],
      ['发布日期', published(entry)],
      ['公开方式', named(entry.disclosure)],
      ['有效性', tag(named(entry.validity), TONES[entry.validity])],
    ].map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value || '—')))
  );

export const disclosureDocuments = {
  list: {
    query: { sort: 'publicationDate:desc' },
    draw: (entries, column) =>
      table(
        `${column.name}列表`,
        ['名称', '发文字号', '发布日期', '有效性'],
        entries.map((entry) => [
          linkTo('disclosure-documents', entry),
          entry.documentNumber,
          published(entry),
          named(entry.validity),
        ])
      ),
  },
  entry: {
    query: populate('attachments', 'replaces', 'replacedBy', 'column'),
    source: ({ issuer }) => issuer,
    draw: (entry) => [
      head(entry),
      blocks(entry.body),
      downloads(entry.attachments),
      others('本文件替代的文件', entry.replaces),
      others('本文件已被替代', entry.replacedBy),
    ],
  },
};
