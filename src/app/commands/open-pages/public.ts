/** zhuzhen public on | off: whether everybody may read what is published on our own public pages. */
import { keepSetting } from '../../../platform/keep-setting.ts';
import type { Command } from '../command.ts';
import { withDatabase } from '../session.ts';

const switching = (on: boolean): Command => ({
  takes: '[--json]',
  about: on
    ? '启用公开页 / switch the public pages on'
    : '停用公开页 / switch the public pages off: nobody without an account reads anything',
  arguments: 0,
  run: (_, { json }) =>
    withDatabase(async ({ db }) => {
      await keepSetting(db, 'public_pages', on);
      if (json) console.log(JSON.stringify({ publicPages: on }));
      else if (on) console.log('公开页已启用：/public / the public pages are on: /public');
      else console.log('公开页已停用 / the public pages are off');
      return 0;
    }),
});

export const publicOn = switching(true);
export const publicOff = switching(false);
