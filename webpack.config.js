const path = require('node:path');

/** Transpiles only; `npm run typecheck` judges the types. */
const typescript = {
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: { jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' } },
  },
};

/** The command line and the script that makes the sample: single files that need only Node. */
const node = {
  name: 'node',
  target: 'node20',
  entry: { jixiao: './src/cli/main.ts', 'make-sample': './assets/make-sample.ts' },
  output: { path: path.join(__dirname, 'dist'), filename: '[name].js' },
  module: { rules: [typescript] },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  optimization: { minimize: false },
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = [node];
