// For eslint, which has no Vue compiler of its own; vue-tsc sees the real components.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent
  export default component
}
