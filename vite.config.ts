// Builds the web pages. The office is the first of three entries; field and public pages follow.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

// Named groups keep what every page needs apart from what only some need: left alone, the bundler
// puts all of antd into whatever chunk comes first, and signing in would load tables and pickers.
const groups = [
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\//,
    priority: 30,
  },
  { name: 'charts', test: /node_modules\/(echarts|zrender|tslib)\//, priority: 20 },
  // What many pages share travels together: left alone, a page asked for thirty files of a few hundred bytes, each
  // a round trip on a telephone.
  { name: 'shared', test: /\/src\/[a-z/-]+\.(tsx?|css)$/, minShareCount: 4, priority: 10 },
];

export default defineConfig({
  root: 'src/app',
  publicDir: false,
  plugins: [react(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/public/api'].map((path) => [
        path,
        // The browser's Host is kept: writes are taken only from pages of the host they are sent to.
        { target: `http://127.0.0.1:${process.env.PORT ?? '8080'}`, changeOrigin: false },
      ]),
    ),
  },
});

/** Writes each built file beside itself as .br and .gz, so that serving costs no compressing. */
function compressed(): Plugin {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets');
      const names = (await readdir(assets)).filter((name) => /\.(js|css|svg|json)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = join(assets, name);
          const content = await readFile(file);
          await writeFile(`${file}.br`, await brotli(content, { params }));
          await writeFile(`${file}.gz`, await zip(content, { level: 9 }));
        }),
      );
    },
  };
}
