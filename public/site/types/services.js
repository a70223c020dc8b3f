import { blocks } from '../lib/blocks.js';
import { h } from '../lib/dom.js';
import { named } from '../lib/format.js';
import { download } from '../lib/media.js';
import { external, facts, linkTo, part, populate, row, rows, table, telephone } from './parts.js';

export const powerItems = {
  list: {
    query: { sort: 'code:asc', ...populate('implementingUnit') },
    draw: (entries, column) =>
      table(
        `${column.name}列表`,
        ['事项名称', '事项编码', '类别', '实施单位', '状态'],
        entries.map((entry) => [
          linkTo('power-items', entry),
          entry.code,
          named(entry.kind),
          entry.implementingUnit?.name,
          named(entry.state),
        ])
      ),
  },
  entry: {
    query: populate('implementingUnit', 'column'),
    source: ({ implementingUnit }) => implementingUnit?.name,
    draw: (entry) => [
      facts([
        ['事项编码', entry.code],
        ['类别', named(entry.kind)],
        ['状态', named(entry.state)],
        ['实施单位', entry.implementingUnit?.name],
        ['咨询监督电话', telephone(entry.phone)],
        ['实施依据', entry.legalBasis],
      ]),
      blocks(entry.body),
    ],
  },
};

const materialsTable = (materials) =>
  materials?.length
    ? table(
        '申请材料',
        ['材料', '要求', '说明', '样表'],
        materials.map(({ name, requirement, note, sample }) => [
          name,
          requirement,
          note,
          sample ? download(sample, '下载样表') : null,
        ])
      )
    : null;

const flow = (steps) =>
  steps?.length
    ? h(
        'ol',
        { class: 'flow' },
        steps.map(({ name, handledBy, description, timeLimit }) =>
          h(
            'li',
            {},
            h('strong', {}, name),
            handledBy ? h('span', {}, handledBy) : null,
            description ? h('span', { class: 'quiet' }, description) : null,
            timeLimit ? h('span', { class: 'limit' }, timeLimit) : null
          )
        )
      )
    : null;

const answers = (questions) =>
  (questions ?? []).map(({ question, answer }) =>
    h('details', {}, h('summary', {}, question), h('p', {}, answer))
  );

export const serviceGuides = {
  list: {
    query: { sort: 'publicationDate:desc' },
    draw: (entries) =>
      rows(
        entries.map((entry) =>
          row('service-guides', entry, {
            about: `${entry.timeLimit ?? ''}　${entry.fee ?? ''}`.trim(),
          })
        )
      ),
  },
  entry: {
    query: populate('powerItem', 'materials.sample', 'steps', 'forms.file', 'questions', 'column'),
    draw: (entry) => [
      facts([
        ['办理时限', entry.timeLimit],
        ['收费', entry.fee],
        ['办理地点', entry.place],
        ['办理时间', entry.hours],
        ['咨询电话', telephone(entry.phone)],
        ['权力事项', entry.powerItem ? linkTo('power-items', entry.powerItem) : null],
        ['在线办理', external(entry.applyUrl, '前往在线办理')],
      ]),
      part('办理条件', entry.conditions?.length ? blocks(entry.conditions) : null),
      part('申请材料', materialsTable(entry.materials)),
      part('办理流程', flow(entry.steps)),
      part(
        '表格下载',
        entry.forms?.length
          ? h(
              'ul',
              { class: 'downloads' },
              entry.forms
                .filter(({ file }) => file)
                .map(({ name, file }) => h('li', {}, download(file, name)))
            )
          : null
      ),
      part('常见问题', answers(entry.questions)),
    ],
  },
};
