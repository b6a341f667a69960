const fs = require('node:fs/promises');
const path = require('node:path');
const cmdShim = require('cmd-shim');
const { BannerPlugin } = require('webpack');

/** Transpiles only; `npm run typecheck` judges the types. */
const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: { jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' } },
  },
};

/** Puts the built command where `npx jixiao` looks first, so that a checkout needs no installation of itself. */
const linkCommand = {
  apply: (compiler) => {
    compiler.hooks.afterEmit.tapPromise('link-command', async () => {
      const command = path.join(__dirname, 'dist', 'jixiao.js');
      const bin = path.join(__dirname, 'node_modules', '.bin');
      await fs.chmod(command, 0o755);
      await fs.mkdir(bin, { recursive: true });
      await cmdShim(command, path.join(bin, 'jixiao'));
    });
  },
};

/** The command line and the script that makes the sample: they need only Node. What reads old .xls files is a file of its own, loaded when one is opened. */
const node = {
  name: 'node',
  target: 'node20',
  entry: { jixiao: './src/cli/main.ts', 'make-sample': './assets/make-sample.ts' },
  output: { path: path.join(__dirname, 'dist'), filename: '[name].js' },
  module: { rules: [typescript] },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  optimization: { minimize: false },
  performance: { hints: false },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: /^jixiao\.js$/ }), linkCommand],
  stats: 'errors-warnings',
};

/** What `npm run bench` runs; no part of what ships. */
const bench = { ...node, name: 'bench', entry: { bench: './test/bench/bench.ts' }, plugins: [] };

module.exports = (env) => (env.bench ? [bench] : [node]);
