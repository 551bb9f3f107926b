import { readdirSync } from 'node:fs'
import { defineConfig } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import tseslint from 'typescript-eslint'

// A feature imports ui/, offline/, api/, i18n/ and itself, never another feature.
const features = readdirSync(new URL('./src/features', import.meta.url))
const borders = features.map((feature) => ({
  files: [`src/features/${feature}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: features.filter((other) => other !== feature).map((other) => ({ regex: `features/${other}(/|$)` })) },
    ],
  },
}))
const rooms = [
  { from: 'src/api', banned: '@/(ui|offline|features|sw)/' },
  { from: 'src/offline', banned: '@/(ui|features|sw)/' },
  { from: 'src/ui', banned: '@/(features|sw)/' },
].map(({ from, banned }) => ({
  files: [`${from}/**/*.{ts,vue}`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: banned }] }] },
}))

export default defineConfig(
  { ignores: ['dist/', 'src/api/generated/', 'apps/*/components.d.ts'] },
  ...tseslint.configs.strictTypeChecked,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
        parser: tseslint.parser,
      },
    },
    rules: {
      // Prettier lays the code out.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      // A label that wraps its control is announced well by every screen reader in use.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Composables are taken apart where they are used; none of them has a `this`.
      '@typescript-eslint/unbound-method': 'off',
      'vue/multi-word-component-names': 'off', // icons and shells read better with one word
    },
  },
  {
    files: ['src/sw/**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.sw.json' } },
  },
  ...borders,
  ...rooms,
  { files: ['*.js', 'scripts/*.mjs', '*.ts'], extends: [tseslint.configs.disableTypeChecked] },
)
