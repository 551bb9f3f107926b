import { ElMessage } from 'element-plus'

/** Say that something was done; it goes away by itself. */
export function sayDone(message: string): void {
  ElMessage({ message, type: 'success', duration: 2500, placement: 'bottom', grouping: true })
}
