// The library: every project of the place with its state, its money by measure, and what is late.
import { useState } from 'react';
import { SavedViews } from '../../../access/web/views/saved-views.tsx';
import { SheetLink } from '../../../funds/web/sheet-link.tsx';
import { Wan } from '../../../funds/web/wan.tsx';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { states, tasks } from '../../codes.ts';
import type { ProjectRow } from '../../contract.ts';
import '../projects.css';

const firstYear = 2021;

export default function LibraryPage() {
  const t = useT();
  const may = useMay('projects.write');
  const { home, today } = useSession();
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state');
  const [task, setTask] = useFilter('task');
  const [year, setYear] = useFilter('year');
  const [words, setWords] = useFilter('words');
  // Set by a line of the quota book: projects that have money of it.
  const [source, setSource] = useFilter('source');
  const [programme] = useFilter('programme');
  const [moneyYear] = useFilter('moneyYear');
  const ofMoney = source && programme && moneyYear ? { source, programme, moneyYear } : undefined;
  const query = {
    place,
    ...(state ? { state } : {}),
    ...(task ? { task } : {}),
    ...(year ? { year } : {}),
    ...(words ? { words } : {}),
    ...ofMoney,
  };
  const ofYear = { place, ...(year ? { year } : {}) };
  const asked = usePages<ProjectRow>('/api/projects/projects', query);
  const years = Array.from({ length: Number(today.slice(0, 4)) - firstYear + 2 }, (_, at) =>
    String(firstYear + at),
  );
  const registers = may && home.level === 'town';
  return (
    <>
      <PageTitle
        question={t('projects.page.library.question')}
        actions={
          <>
            {(['projects', 'contracts', 'requests'] as const).map((list) => (
              <SheetLink
                key={list}
                path={`/api/projects/${list}.xlsx`}
                query={list === 'projects' ? query : ofYear}
                name={`${t(`projects.export.${list}`)}-${place}-${today}`}
                says={t(`projects.export.${list}`)}
              />
            ))}
            {registers && (
              <PageLink to="/projects/new" className="main-button">
                {t('projects.form.add')}
              </PageLink>
            )}
          </>
        }
      />
      <div className="filters">
        <ChoiceFilter
          label={t('projects.column.state')}
          value={state}
          onChange={setState}
          choices={states.map((one) => ({ value: one, label: t(`projects.state.${one}`) }))}
        />
        <ChoiceFilter
          label={t('projects.column.task')}
          value={task}
          onChange={setTask}
          choices={tasks.map((one) => ({ value: one, label: t(`projects.task.${one}`) }))}
        />
        <ChoiceFilter
          label={t('projects.column.year')}
          value={year}
          onChange={setYear}
          choices={years.map((one) => ({ value: one, label: one }))}
        />
        <Search key={words} value={words} onSearch={setWords} />
        <SavedViews page="/projects" />
        {ofMoney && (
          <label className="filter">
            <input type="checkbox" checked onChange={() => setSource('')} />
            {t('projects.library.of_money', {
              programme: t(`funds.programme.${programme}`),
              source: t(`funds.source.${source}`),
              year: moneyYear,
            })}
          </label>
        )}
      </div>
      <DataTable<ProjectRow>
        caption={t('projects.page.library')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('projects.library.none'),
          todo: t(registers ? 'projects.library.none.todo' : 'projects.library.none.reader'),
        }}
        columns={[
          {
            key: 'name',
            title: t('projects.column.name'),
            width: 16,
            cell: (row) => (
              <PageLink to={`/projects/${row.id}`}>
                {row.bindingTask && <span title={row.bindingTask}>★ </span>}
                {row.name}
              </PageLink>
            ),
          },
          { key: 'number', title: t('projects.column.number'), cell: (row) => row.number },
          {
            key: 'town',
            title: t('projects.column.town'),
            width: 9,
            cell: (row) => row.townName,
          },
          {
            key: 'task',
            title: t('projects.column.task'),
            width: 8,
            cell: (row) => t(`projects.task.${row.task}`),
          },
          {
            key: 'state',
            title: t('projects.column.state'),
            width: 9,
            cell: (row) => (
              <>
                {t(`projects.state.${row.state}`)}
                {row.due && row.due < today && (
                  <span className="project-late"> {t('projects.late', { day: row.due })}</span>
                )}
              </>
            ),
          },
          ...(['budget', 'committed', 'spent'] as const).map((name) => ({
            key: name,
            title: t(`projects.column.${name}`),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row: ProjectRow) => <Wan fen={row[name]} />,
          })),
          {
            key: 'progress',
            title: t('projects.column.progress'),
            number: true,
            cell: (row) => `${row.progress}%`,
          },
        ]}
      />
    </>
  );
}

function Search(props: { value: string; onSearch: (words: string) => void }) {
  const t = useT();
  const [typed, setTyped] = useState(props.value);
  return (
    <form
      className="project-search"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSearch(typed.trim());
      }}
    >
      <input
        className="text-input"
        aria-label={t('projects.library.search')}
        placeholder={t('projects.library.search')}
        value={typed}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="plain-button">
        {t('projects.library.find')}
      </button>
    </form>
  );
}
