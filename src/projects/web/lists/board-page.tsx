// Projects by the step they are at, in four lanes that stand beside each other or, where it is narrow, below.
import { daysBetween } from '../../../kit/period.ts';
import { grouped } from '../../../platform/web/amount.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { Answer, Empty, PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { Board, ProjectRow } from '../../contract.ts';
import './lists.css';

const lanes = {
  before: ['idea', 'returned', 'proposed', 'town_passed'],
  stock: ['stocked', 'planned', 'preparing'],
  works: ['contracted', 'building', 'completed'],
  after: ['accepted', 'settled', 'handed_over'],
} as const;
type Column = Board['columns'][number];

export default function BoardPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const asked = useAsk<Board>('/api/projects/board', { place });
  return (
    <>
      <PageTitle
        question={t('projects.page.board.question')}
        time={t('projects.list.as_of', { day: today })}
      />
      <Answer of={asked} shape="table" rows={12}>
        {({ columns }) =>
          columns.every(({ count }) => count === 0) ? (
            <Empty why={t('projects.board.none')} todo={t('projects.board.none.todo')} />
          ) : (
            <div className="board">
              {(Object.keys(lanes) as (keyof typeof lanes)[]).map((lane) => (
                <section key={lane} className="board-lane">
                  <h2>{t(`projects.board.${lane}`)}</h2>
                  {lanes[lane].map((state) => {
                    const column = columns.find((one) => one.state === state);
                    return column && <StateOf key={state} column={column} />;
                  })}
                </section>
              ))}
            </div>
          )
        }
      </Answer>
    </>
  );
}

function StateOf({ column }: { column: Column }) {
  const t = useT();
  const { state, count, budget, rows } = column;
  return (
    <div className={count === 0 ? 'board-state board-state-none' : 'board-state'}>
      <h3>
        {t(`projects.state.${state}`)}
        <span className="board-sum">
          {t('projects.board.count', { count: grouped(String(count)) })}
          {count > 0 && (
            <>
              {' · '}
              <Value of={{ value: budget, as: 'fen' }} />
            </>
          )}
        </span>
      </h3>
      <ul>
        {rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </ul>
      {count > rows.length && (
        <PageLink to="/projects" search={{ state }} className="board-more">
          {t('projects.board.more', { count: grouped(String(count)) })}
        </PageLink>
      )}
    </div>
  );
}

function Card({ row }: { row: ProjectRow }) {
  const t = useT();
  const { today } = useSession();
  const { place } = usePlacePeriod();
  const late = row.due !== null && row.due < today;
  return (
    <li className={late ? 'board-card board-card-late' : 'board-card'}>
      <PageLink to={`/projects/${row.id}`}>{row.name}</PageLink>
      <p className="board-line">
        {row.town !== place && <span>{row.townName}</span>}
        <Value of={{ value: row.budget, as: 'fen' }} />
        {row.progress > 0 && row.progress < 100 && (
          <span>{t('projects.board.progress', { progress: row.progress })}</span>
        )}
        {row.due !== null && (
          <span className={late ? 'late' : undefined}>
            {late
              ? t('projects.board.overdue', { count: daysBetween(row.due, today) })
              : t('projects.board.due', { day: row.due })}
          </span>
        )}
      </p>
    </li>
  );
}
