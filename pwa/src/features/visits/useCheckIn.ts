import { ref, type Ref } from 'vue'
import type { CheckInForm, Position, Store } from '@/api/types'
import { look, USUAL_NEAR_M, type Arrival, type Sight } from '@/offline/arrival/checkIn'
import { useEngine } from '@/offline/vue/session'
import { positionWithin } from '@/ui/camera/position'

const WAIT_MS = 3_000

/** Find out whether somebody is at a store, and ask them only where their position does not tell. */
export interface CheckIn {
  locating: Ref<boolean>
  /** What the position says, while it is asked about; null when nothing is asked. */
  asking: Ref<Sight | null>
  /**
   * Resolves when it is clear how they came; null where they leave it for now. A store's own people are where they
   * always are: they are asked nothing.
   */
  arrive(storeId: string, own?: boolean): Promise<Arrival | null>
  /** Look again where the phone is; where it is at the store now, nothing more is asked. */
  again(): Promise<void>
  answer(form: CheckInForm | null): void
}

export function useCheckIn(): CheckIn {
  const { db } = useEngine()
  const locating = ref(false)
  const asking = ref<Sight | null>(null)
  let place: Pick<Store, 'position'> = { position: null }
  let position: Position | null = null
  let settle: (found: Arrival | null) => void = () => undefined

  async function locate(): Promise<Sight> {
    locating.value = true
    position = await positionWithin(WAIT_MS).finally(() => (locating.value = false))
    return look(place, position, Number((await db.get('facts', 'nearM')) ?? USUAL_NEAR_M))
  }
  function end(found: Arrival | null): void {
    asking.value = null
    settle(found)
  }

  return {
    locating,
    asking,
    async arrive(storeId, own = false) {
      place = (await db.get('stores', storeId)) ?? { position: null }
      const sight = await locate()
      if (own || sight.trouble === null) return { position, checkIn: null }
      asking.value = sight
      return new Promise((resolve) => (settle = resolve))
    },
    async again() {
      const sight = await locate()
      if (sight.trouble === null) end({ position, checkIn: null })
      else asking.value = sight
    },
    answer: (form) => end(form && { position, checkIn: form }),
  }
}
