// Links shown once: to be copied one by one, or taken as a file where there are many.
import { useId, useRef, useState } from 'react';
import { csvLine } from '../../../kit/text.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Invited } from '../../contract-accounts.ts';
import { minuteOf } from '../own/minute.ts';
import { FileLink } from './file-link.tsx';
import './admin.css';

type Link = Invited['rows'][number];

/** The token stands behind # so that no server and no proxy ever has it in an address. */
const linkOf = (token: string) => `${location.origin}/invitation#${token}`;
/** More are handed over as a file. */
const most = 5;

export function InvitationLinks(props: {
  links: Invited;
  /** The rights are not granted yet. */
  waiting?: boolean;
  onDone: () => void;
}) {
  const { links, waiting = false, onDone } = props;
  const t = useT();
  const { rows } = links;
  const until = rows[0] ? minuteOf(rows[0].expiresAt) : '';
  return (
    <>
      <p className="admin-lead">
        {rows.length > 1 && waiting
          ? t('access.sheet.made', { count: rows.length })
          : waiting && t('access.links.waiting')}{' '}
        {t('access.links.note', { until })}
      </p>
      {rows.length <= most && rows.map((row) => <OneLink key={row.account} row={row} />)}
      {rows.length > 1 && <LinksFile rows={rows} />}
      <div className="form-foot">
        <button type="button" className="main-button" onClick={onDone}>
          {t('access.links.done')}
        </button>
      </div>
    </>
  );
}

function LinksFile({ rows }: { rows: readonly Link[] }) {
  const t = useT();
  const text = [
    csvLine([
      t('access.admin.display_name'),
      t('access.admin.name'),
      t('access.admin.role'),
      t('access.admin.home'),
      t('access.links.column.link'),
      t('access.links.column.until'),
    ]),
    ...rows.map((row) =>
      csvLine([
        ...[row.displayName, row.name, t(`access.role.${row.role}`), row.homeName],
        ...[linkOf(row.token), minuteOf(row.expiresAt)],
      ]),
    ),
  ].join('');
  return (
    <FileLink name={t('access.links.file_name')} text={text}>
      {t('access.links.file')}
    </FileLink>
  );
}

export function OneLink({ row }: { row: Pick<Link, 'displayName' | 'token'> }) {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  async function copy() {
    input.current?.select();
    // Without TLS browsers have no clipboard for pages: then what is selected is copied as by hand.
    if (navigator.clipboard) await navigator.clipboard.writeText(linkOf(row.token));
    else document.execCommand('copy');
    setCopied(true);
  }
  return (
    <div className="admin-link">
      <label htmlFor={id}>{t('access.links.link', { name: row.displayName })}</label>
      <input
        ref={input}
        id={id}
        className="text-input"
        readOnly
        value={linkOf(row.token)}
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="plain-button" onClick={() => void copy()}>
        {t('access.links.copy')}
      </button>
      <span role="status">{copied ? t('access.links.copied') : ''}</span>
    </div>
  );
}
