import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

// Which folder may import which. The picture is in README.md; this list enforces it.
const CORE = [
  'money',
  'workbook',
  'texts',
  'findings',
  'intake',
  'ledger',
  'scheme',
  'report',
  'links',
  'writeback',
  'template',
  'audit',
];
const MAY_IMPORT = {
  texts: ['findings', 'workbook'],
  money: [],
  workbook: ['money'],
  findings: ['workbook'],
  ledger: ['money', 'workbook', 'findings', 'texts'],
  intake: ['money', 'workbook', 'findings', 'ledger', 'texts'],
  scheme: ['money', 'workbook', 'findings', 'ledger', 'texts'],
  report: ['money', 'workbook', 'findings', 'ledger', 'scheme', 'texts'],
  // Phrases in a document and what the workbook says of them now.
  links: ['money', 'workbook', 'findings', 'ledger', 'scheme', 'report', 'texts'],
  audit: ['money', 'workbook', 'findings', 'ledger', 'scheme', 'texts'],
  // The form to fill in: what intake reads back, for a scheme.
  template: ['workbook', 'ledger', 'scheme', 'texts'],
  // The one place that knows both how a score sheet is recognised and what the scheme says.
  writeback: ['money', 'workbook', 'findings', 'ledger', 'intake', 'scheme', 'texts'],
  hosts: [...CORE, 'ports'],
  ports: CORE,
  commands: [...CORE, 'ports'],
  taskpane: [...CORE, 'ports', 'commands', 'hosts'],
  workbench: [...CORE, 'ports', 'commands', 'hosts'],
  cli: [...CORE, 'ports', 'commands', 'hosts'],
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', '.*.mjs'] } } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Taking a key away by naming it is not an unused name.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      globals: { process: 'readonly', module: 'writable', require: 'readonly', __dirname: 'readonly' },
    },
    rules: { ...tseslint.configs.disableTypeChecked.rules, '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.json'] } },
      'boundaries/elements': [
        ...CORE.map((name) => ({ type: name, pattern: `src/core/${name}` })),
        { type: 'ports', pattern: 'src/hosts/ports' },
        ...['hosts', 'commands', 'taskpane', 'workbench', 'cli'].map((name) => ({
          type: name,
          pattern: `src/${name}`,
        })),
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: Object.entries(MAY_IMPORT).map(([from, allowed]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { type: [from, ...allowed] } } },
          })),
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'Office', 'Excel', 'Word', 'fetch'],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|react|hucre|docx|@zip\\.js|@fluentui)', message: 'The core knows no host.' }] },
      ],
    },
  },
);
