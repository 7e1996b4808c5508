// Filters of a list kept under names: chosen, kept and forgotten beside the filters themselves.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Flyout } from '../../../platform/web/flyout.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Problem } from '../../../platform/web/page.tsx';
import { useGo, useSearch } from '../../../platform/web/use-address.tsx';
import type { SavedView } from '../../contract.ts';
import './saved-views.css';

/** @param page the address of the list */
export function SavedViews({ page }: { page: string }) {
  const t = useT();
  return (
    <Flyout label={t('access.views')} className="saved-views">
      {(close) => <Views page={page} close={close} />}
    </Flyout>
  );
}

function Views({ page, close }: { page: string; close: () => void }) {
  const t = useT();
  const go = useGo();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const asked = useAsk<{ rows: SavedView[] }>('/api/access/own/views', { page });
  const again = () => queries.invalidateQueries({ queryKey: ['/api/access/own/views'] });
  async function forget(id: string) {
    setProblem(undefined);
    try {
      await send('POST', `/api/access/own/views/${id}/remove`);
    } catch (error) {
      setProblem(error);
    }
    await again();
  }
  return (
    <>
      {problem !== undefined && <Problem problem={problem} />}
      <Answer of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{t('access.views.none')}</p>
          ) : (
            <ul>
              {rows.map(({ id, name, search }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="text-button"
                    onClick={() => {
                      close();
                      go(page, search);
                    }}
                  >
                    {name}
                  </button>
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={t('access.views.forget', { name })}
                    onClick={() => void forget(id)}
                  >
                    {t('access.views.forget_short')}
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <KeepForm page={page} onDone={() => void again()} onCancel={close} />
    </>
  );
}

function KeepForm(props: { page: string; onDone: () => void; onCancel: () => void }) {
  const { page, onDone, onCancel } = props;
  const t = useT();
  const { lang: _, ...search } = useSearch();
  const form = useForm(`access.views:${page}`, { name: '' }, ({ name }) => ({
    name: name.trim() ? undefined : t('access.views.name.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('access.views.keep')}
      send={({ name }, id) => send('POST', '/api/access/own/views', { page, name, search }, id)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="name"
        label={t('access.views.name')}
        help={t('access.views.name.help')}
        maxLength={40}
        required
      />
    </Form>
  );
}
