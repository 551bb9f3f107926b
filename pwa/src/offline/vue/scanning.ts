import { shallowRef, type ShallowRef } from 'vue'
import { DEFAULT_SCANNING, type Scanning } from '../device'
import { useSession } from './session'

/** How this device scans, kept on it for whoever uses it. */
export function useScanning(): { scanning: Readonly<ShallowRef<Scanning>>; change(to: Partial<Scanning>): void } {
  const { device } = useSession()
  const scanning = shallowRef<Scanning>(DEFAULT_SCANNING)
  void device.scanning().then((kept) => (scanning.value = kept))
  return {
    scanning,
    change(to) {
      scanning.value = { ...scanning.value, ...to }
      void device.setScanning(scanning.value)
    },
  }
}
