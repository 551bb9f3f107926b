import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { precompiledMessages, root } from './vite.shared.ts'

export default defineConfig({
  resolve: { alias: { '@': `${root}src` } },
  plugins: [precompiledMessages(), vue()],
  test: { include: ['src/**/*.test.ts'], environment: 'node', restoreMocks: true },
})
