import { fileURLToPath } from 'node:url'
import { baseCompile } from '@intlify/message-compiler'
import type { Plugin, UserConfig } from 'vite'

export const root = fileURLToPath(new URL('.', import.meta.url))

type Messages = { [key: string]: string | Messages }

/** Compile messages with placeholders or plurals to syntax trees, so that no compiler is shipped. */
function compileMessages(messages: Messages): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => {
      if (typeof value !== 'string') return [key, compileMessages(value)]
      if (!/[{|@]/.test(value)) return [key, value]
      const { ast } = baseCompile(value, { jit: true, minify: true, mangle: true, location: false } as object)
      return [key, ast]
    }),
  )
}

/** Turns src/i18n/**\/*.json into modules of precompiled messages. */
export function precompiledMessages(): Plugin {
  return {
    name: 'storewalk:messages',
    enforce: 'pre',
    transform(source, id) {
      if (!/\/src\/i18n\/.*\.json$/.test(id)) return null
      const compiled = compileMessages(JSON.parse(source) as Messages)
      return { code: `export default ${JSON.stringify(compiled)}`, map: null, moduleType: 'js' }
    },
  }
}

/** Our icons are outlines in `src/ui/icons.ts`; Vant's icon font (25 KB inlined, and a link to a CDN) is left out. */
export function withoutIconFont(): Plugin {
  return {
    name: 'storewalk:no-icon-font',
    enforce: 'pre',
    load: (id) => (id.includes('/vant/es/icon/index.css') ? '' : null),
  }
}

/** Settings that the phone's and the console's build share. `STOREWALK_ORIGIN` is the server behind `npm run dev`. */
export function shared(app: 'mobile' | 'console', base: string): UserConfig {
  const backend = process.env['STOREWALK_ORIGIN'] ?? 'http://127.0.0.1:8000'
  return {
    root: `${root}apps/${app}`,
    base,
    resolve: { alias: { '@': `${root}src` } },
    define: {
      __VUE_OPTIONS_API__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __INTLIFY_DROP_MESSAGE_COMPILER__: 'true',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      outDir: `${root}dist/${app}`,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    server: { proxy: { '/api': { target: backend, changeOrigin: false } } },
  }
}
