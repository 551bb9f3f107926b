import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { withoutIconFont, precompiledMessages, root, shared } from './vite.shared.ts'

export default defineConfig({
  ...shared('mobile', '/'),
  plugins: [
    precompiledMessages(),
    vue(),
    // Only Vant's own `Van…` tags are resolved (component and its CSS); everything of ours is imported by name.
    components({ dirs: [], dts: `${root}apps/mobile/components.d.ts`, resolvers: [VantResolver()] }),
    withoutIconFont(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../../src/sw',
      filename: 'sw.ts',
      outDir: `${root}dist/mobile`,
      injectRegister: false,
      manifestFilename: 'manifest.webmanifest',
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,wasm}'],
        maximumFileSizeToCacheInBytes: 2_000_000,
        rollupFormat: 'iife',
      },
      manifest: {
        id: '/',
        name: 'Storewalk 走店',
        short_name: '走店',
        lang: 'zh-CN',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'portrait',
        background_color: '#F6F8F8',
        theme_color: '#0F766E',
        icons: [
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
})
