// Builds the web pages. The office is the first of three entries; field and public pages follow.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Named groups keep what every page needs apart from what only some need: left alone, the bundler
// puts all of antd into whatever chunk comes first, and signing in would load tables and pickers.
const groups = [
  {
    name: 'react',
    test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack)\//,
    priority: 30,
  },
  { name: 'charts', test: /node_modules\/(echarts|zrender|tslib)\//, priority: 20 },
];

export default defineConfig({
  root: 'src/app',
  publicDir: false,
  plugins: [react()],
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
        `http://127.0.0.1:${process.env.PORT ?? '8080'}`,
      ]),
    ),
  },
});
