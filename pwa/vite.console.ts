import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { precompiledMessages, shared } from './vite.shared.ts'

export default defineConfig({
  ...shared('console', '/console/'),
  plugins: [precompiledMessages(), vue()],
})
